import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCreditCode } from './credit-code.ts'

describe('a unified social credit code (GB 32100)', () => {
  test.each([
    '91350100M000100Y43',
    '11513200008412341B',
    '12513200451300010L',
    '11513200MB1234GH28',
  ])('%s holds', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, value: code })
    expect(checkCreditCode(` ${code.toLowerCase()}`)).toEqual({ ok: true, value: code })
  })

  test.each([
    ['91350100M000100Y44', 'check-digit'],
    ['91350100M000100Y4', 'length'],
    ['91350100I000100Y43', 'characters'],
    ['9135O100M000100Y43', 'characters'],
  ])('%s is refused: %s', (code, why) => {
    expect(checkCreditCode(code)).toMatchObject({ ok: false, why })
  })

  test('one wrong digit never passes', () => {
    const code = '11513200008412341B'
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digit = (Number(code[place]) + shift) % 10
        const wrong = code.slice(0, place) + digit + code.slice(place + 1)
        expect(checkCreditCode(wrong).ok).toBe(false)
      }),
    )
  })
})
