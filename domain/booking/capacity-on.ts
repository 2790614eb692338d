import type { LocalDate } from '../shared/ids.ts'
import { WEEKDAYS, weekdayOf } from '../shared/local-date.ts'
import { type BookableQueue, type BookingRules, bookingRulesOn } from './booking-rules.ts'

/** What was set about one queue. `day`: the first on which it holds; of a date the only one. */
export type CapacitySetting = {
  readonly queue: BookableQueue
  readonly kind: 'every-day' | 'weekday' | 'date'
  /** 1: Monday, 7: Sunday; null where it is not about a weekday. */
  readonly weekday: number | null
  readonly day: LocalDate
  /** Null: withdrawn, what is less special holds again. */
  readonly capacity: number | null
}

export const CAPACITY_SOURCES = ['rules', 'every-day', 'weekday', 'date'] as const
export type CapacityOn = {
  readonly capacity: number
  readonly source: (typeof CAPACITY_SOURCES)[number]
  /** Null: the default of the rules, 待业主确认. */
  readonly setFrom: LocalDate | null
}

/** Seats of a half-hour: a date before its weekday, a weekday before every day, of each the newest that holds by then. */
export function capacityOn(
  settings: readonly CapacitySetting[],
  queue: BookableQueue,
  day: LocalDate,
  rules: BookingRules = bookingRulesOn(day),
): CapacityOn {
  const weekday = weekdayNumberOf(day)
  for (const kind of ['date', 'weekday', 'every-day'] as const) {
    const newest = settings
      .filter((one) => one.queue === queue && one.kind === kind)
      .filter((one) => (kind === 'date' ? one.day === day : one.day <= day))
      .filter((one) => kind !== 'weekday' || one.weekday === weekday)
      .toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]
    if (newest !== undefined && newest.capacity !== null)
      return { capacity: newest.capacity, source: kind, setFrom: newest.day }
  }
  return { capacity: rules.capacity[queue], source: 'rules', setFrom: null }
}

/** 1: Monday, 7: Sunday. */
export function weekdayNumberOf(day: LocalDate): number {
  return WEEKDAYS.indexOf(weekdayOf(day)) || 7
}
