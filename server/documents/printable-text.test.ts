import { describe, expect, it } from 'vitest'
import { mapTexts, printable, withMarksFor } from './printable-text.ts'

describe('text before it is typeset', () => {
  it('turns line ends and tabs into spaces and drops control characters', () => {
    expect(printable('甲\r\n乙\t丙\u0000丁\u0007')).toBe('甲 乙 丙丁')
  })

  it('replaces half a surrogate pair, which no font and no file can hold', () => {
    expect(printable('\uD842某')).toBe('\uFFFD某')
    expect(printable('𠮷')).toBe('𠮷')
  })

  it('marks a character without a glyph by its code point', () => {
    expect(withMarksFor(['\u{1F600}'])('好\u{1F600}的')).toBe('好[U+1F600]的')
  })

  it('reaches every text in the data and leaves the rest', () => {
    const data = { a: ['x', { b: 'x', n: 1, none: null }], yes: true }
    expect(mapTexts(data, (text) => `${text}!`)).toEqual({
      a: ['x!', { b: 'x!', n: 1, none: null }],
      yes: true,
    })
  })
})
