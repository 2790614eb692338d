import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant, LocalDate } from '../shared/ids.ts'
import { faultOfTime } from './plausible-time.ts'
import { nextOwnSerial } from './window-share.ts'
import { nextNumber, numbersOf, serialIn, stateOfRange, voidedOf } from './reserved-range.ts'

const DAY = '2026-03-02' as LocalDate
const range = (first: number, last: number, day = DAY) => ({
  rangeId: `${first}`,
  day,
  prefix: '513200-20260302-',
  digits: 6,
  first,
  last,
})

describe('reserved numbers', () => {
  test('a device uses every number of its ranges once, in their order, and then has none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        (first, second) => {
          const ranges = [range(101, 100 + second), range(1, first)]
          const used = new Set<string>()
          for (
            let free = nextNumber(ranges, DAY, used);
            free;
            free = nextNumber(ranges, DAY, used)
          ) {
            expect(used.has(free.number)).toBe(false)
            used.add(free.number)
          }
          expect([...used]).toEqual(
            ranges.toSorted((a, b) => a.first - b.first).flatMap((one) => numbersOf(one)),
          )
        },
      ),
    )
    expect(nextNumber([range(1, 9)], '2026-03-03' as LocalDate, new Set())).toBeUndefined()
  })

  test('a number is of a range only in the very writing of that range', () => {
    const own = range(21, 40)
    expect(numbersOf(own).every((number) => serialIn(own, number) !== undefined)).toBe(true)
    for (const other of [
      '513200-20260302-000020',
      '513200-20260302-21',
      '513200-20260303-000021',
      '',
    ])
      expect(serialIn(own, other)).toBeUndefined()
  })

  test('what was not used is void once the day is over or the range returned, and is listed', () => {
    const own = range(1, 3)
    const used = new Set(['513200-20260302-000002'])
    const open = stateOfRange(own, false, DAY)
    expect([open, voidedOf(own, open, used)]).toEqual(['open', []])
    for (const [returned, today] of [
      [true, DAY],
      [false, '2026-03-03' as LocalDate],
    ] as const)
      expect(voidedOf(own, stateOfRange(own, returned, today), used)).toEqual([
        '513200-20260302-000001',
        '513200-20260302-000003',
      ])
  })
})

test('every number without a server belongs to exactly one of the queue’s windows', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), (windows) => {
      const called = windows.flatMap((windowId) => {
        const own: number[] = []
        for (let last = 800; last < 850;) {
          last = nextOwnSerial(last, windowId, windows) ?? 850
          if (last <= 850) own.push(last)
        }
        return own
      })
      expect(called.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 50 }, (_, i) => 801 + i),
      )
    }),
  )
  expect(nextOwnSerial(800, 9, [1, 2, 3])).toBeUndefined()
})

describe('the time on a paper', () => {
  const at = (text: string) => Date.parse(`2026-03-02T${text}.000Z`)
  const claim = (text: string, more = {}) => ({
    takenAt: `2026-03-02T${text}.000Z` as Instant,
    takenMs: at(text),
    aheadMs: 0 as number | null,
    steady: true,
    ...more,
  })
  const known = {
    serverMs: at('03:00:00'),
    deviceMs: at('03:00:00'),
    range: { day: DAY, issuedMs: at('01:00:00') },
  }

  test('is believed between the lending of its number and now', () => {
    expect(faultOfTime(claim('02:00:00'), known)).toBeNull()
    expect(faultOfTime(claim('03:10:00'), known)).toBe('in-the-future')
    expect(faultOfTime(claim('00:50:00'), known)).toBe('before-its-number')
    const later = { ...known, serverMs: at('17:00:00') }
    expect(faultOfTime(claim('16:30:00'), later)).toBe('another-day')
  })

  test('of a device three hours fast is believed where it knows that, and not where its clock was set meanwhile', () => {
    const fast = { ...known, deviceMs: at('06:00:00') }
    const knows = { aheadMs: -3 * 3_600_000, steady: false }
    expect(faultOfTime(claim('02:00:00', knows), fast)).toBeNull()
    expect(faultOfTime(claim('02:00:00', knows), known)).toBe('clock-was-set')
    expect(faultOfTime(claim('02:00:00', { ...knows, steady: true }), known)).toBeNull()
    expect(faultOfTime(claim('02:00:00', { aheadMs: null, steady: false }), fast)).toBe(
      'clock-was-set',
    )
  })
})
