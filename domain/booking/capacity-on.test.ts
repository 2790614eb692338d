import { expect, test } from 'vitest'
import type { LocalDate } from '../shared/ids.ts'
import { bookingRulesOn } from './booking-rules.ts'
import { capacityOn, type CapacitySetting, weekdayNumberOf } from './capacity-on.ts'

const day = (text: string) => text as LocalDate
const usual = bookingRulesOn(day('2026-03-02')).capacity.A
const set = (
  kind: CapacitySetting['kind'],
  from: string,
  capacity: number | null,
  weekday: number | null = null,
): CapacitySetting => ({ queue: 'A', kind, weekday, day: day(from), capacity })
/** Seats of a half-hour of queue A on that day. */
const on = (text: string, settings: readonly CapacitySetting[]) =>
  capacityOn(settings, 'A', day(text)).capacity

test('a weekday is counted from Monday to Sunday', () => {
  const days = ['2026-03-02', '2026-03-07', '2026-03-08', '2026-03-09']
  expect(days.map((one) => weekdayNumberOf(day(one)))).toEqual([1, 6, 7, 1])
})

test('of each kind the newest that holds by then; what is set for later holds later', () => {
  const settings = [set('every-day', '2026-03-10', 6), set('every-day', '2026-03-03', 3)]
  expect(['2026-03-02', '2026-03-03', '2026-03-10'].map((one) => on(one, settings))).toEqual([
    usual,
    3,
    6,
  ])
})

test('a date goes before its weekday and a weekday before every day, even set later; 0 is a capacity, withdrawn is none', () => {
  const settings = [
    set('date', '2026-03-09', 0),
    set('weekday', '2026-03-02', 8, 1),
    set('every-day', '2026-03-05', 3),
  ]
  expect(['2026-03-09', '2026-03-16', '2026-03-17'].map((one) => on(one, settings))).toEqual([
    0, 8, 3,
  ])
  const withdrawn = [set('weekday', '2026-03-16', null, 1), ...settings]
  expect(['2026-03-02', '2026-03-16'].map((one) => on(one, withdrawn))).toEqual([8, 3])
  expect(capacityOn(settings, 'B', day('2026-03-09')).source).toBe('rules')
})
