import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMatch, patternFault } from './field-pattern.ts'

describe('the pattern of a field', () => {
  it.each([
    '^[A-Z]{2}\\d{6}$',
    '^\\d{4}-\\d{2}$',
    '^川阿(?:文|农)字\\d+号$',
    '^\\p{Script=Han}{2,20}$',
    '^(?:A|B(?:1|2))[0-9A-Z]*$',
    '^$',
  ])('%s may be used', (pattern) => expect(patternFault(pattern)).toBe(null))

  it.each([
    '[A-Z]+',
    '^(a+)+$',
    '^(?:a|aa)*$',
    '^(a)\\1$',
    '^(?=a)a$',
    '^(?<!a)b$',
    '^.*.*.*x$',
    '^a?a?a?a?a?a?a?a{0,9}$',
    '^a|b$',
    '^[$',
    '^(a$',
    '^a)$',
    '^a**$',
  ])('%s may not: it could make a browser wait for ever, or is none', (pattern) =>
    expect(patternFault(pattern)).not.toBe(null),
  )

  it('refuses every text rather than guess when the pattern may not be used', () => {
    expect(isMatch('^(a+)+$', 'aaa')).toBe(false)
    expect(isMatch('^\\d{6}$', '624000')).toBe(true)
    expect(isMatch('^\\d{6}$', '62400')).toBe(false)
  })

  it('is answered for any text whatever without throwing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (pattern, text) => typeof isMatch(`^${pattern}$`, text) === 'boolean',
      ),
    )
  })
})
