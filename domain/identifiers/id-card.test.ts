import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocalDate } from '../shared/ids.ts'
import { checkIdCard } from './id-card.ts'

const TODAY = '2026-03-02' as LocalDate

describe('a citizen identity number (GB 11643)', () => {
  test.each([
    '11010519491231002X',
    '513201199003070014',
    '513225198511120045',
    '513200200002290014',
    '513229197206100022',
  ])('%s holds', (number) => {
    expect(checkIdCard(number, TODAY)).toMatchObject({ ok: true, value: { number } })
  })

  test('tells birth, sex and region, also one that was abolished', () => {
    expect(checkIdCard(' 11010519491231002x ', TODAY)).toEqual({
      ok: true,
      value: {
        number: '11010519491231002X',
        regionCode: '110105',
        bornOn: '1949-12-31',
        sex: 'female',
      },
    })
    expect(checkIdCard('513229197206100022', TODAY)).toMatchObject({
      value: { regionCode: '513229', bornOn: '1972-06-10', sex: 'female' },
    })
    expect(checkIdCard('513201199003070014', TODAY)).toMatchObject({ value: { sex: 'male' } })
  })

  test.each([
    ['513201199003070015', 'check-digit'],
    ['513201199002300017', 'date'],
    ['513201199013320013', 'date'],
    ['51320119900307001', 'length'],
    ['', 'length'],
    ['51320119900307X014', 'characters'],
    ['51320120990307001X', 'future-date'],
  ])('%s is refused: %s', (number, why) => {
    expect(checkIdCard(number, TODAY)).toMatchObject({ ok: false, why })
  })

  test('born today holds as to its date, born tomorrow does not', () => {
    const born = checkIdCard('513200200002290014', '2000-02-29' as LocalDate)
    const unborn = checkIdCard('513200200002290014', '2000-02-28' as LocalDate)
    expect([born.ok, unborn.ok]).toEqual([true, false])
  })

  test('one wrong digit never passes', () => {
    const number = '513201199003070014'
    fc.assert(
      fc.property(fc.nat(16), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digit = (Number(number[place]) + shift) % 10
        const wrong = number.slice(0, place) + digit + number.slice(place + 1)
        expect(checkIdCard(wrong, TODAY).ok).toBe(false)
      }),
    )
  })
})
