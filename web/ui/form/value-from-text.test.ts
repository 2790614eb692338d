import { describe, expect, test } from 'vitest'
import { textFromValue, valueFromText } from './value-from-text.ts'

describe('what is typed into a number field', () => {
  test.each([
    ['12', 12],
    ['0.5', 0.5],
    ['-3', -3],
    ['12.', '12.'],
    ['1.50', '1.50'],
    ['012', '012'],
    ['十二', '十二'],
    ['', null],
  ])('%j is kept as %j', (text, value) => {
    expect(valueFromText({ type: 'number' }, text)).toBe(value)
  })
  test('reads back as it was typed', () => {
    for (const text of ['12', '12.', '1.50', '0.5', '012', '十二'])
      expect(textFromValue(valueFromText({ type: 'number' }, text) ?? undefined)).toBe(text)
  })
})

test('a text of digits stays a text', () => {
  expect(valueFromText({ type: 'string' }, '0012')).toBe('0012')
})
