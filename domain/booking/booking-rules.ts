import type { LocalDate } from '../shared/ids.ts'

/** Queues whose half-hours can be booked, by the letter of their tickets. */
export const BOOKABLE_QUEUES = ['A', 'B', 'C', 'D'] as const
export type BookableQueue = (typeof BOOKABLE_QUEUES)[number]

/** No law sets these numbers: the owner confirms them. */
export const BOOKING_RULE_MARK = '待业主确认'

export type BookingRules = {
  readonly validFrom: LocalDate
  readonly slotMinutes: number
  /** Working days: from the next one to this one, today not counted. */
  readonly daysAhead: number
  readonly cancelBeforeMinutes: number
  /** Minutes around the start of the half-hour in which checking in keeps the booking's place. */
  readonly checkInBeforeMinutes: number
  readonly checkInAfterMinutes: number
  /** So many no-shows within so many calendar days end booking online for so many calendar days. */
  readonly noShows: number
  readonly noShowDays: number
  readonly suspendedDays: number
  /** Seats of a half-hour where the hall manager has set none: about half of what the windows can serve. */
  readonly capacity: Readonly<Record<BookableQueue, number>>
}

/** Dated configuration, the newest last (domain brief §8.4). */
export const BOOKING_RULES = [
  {
    validFrom: '2020-01-01' as LocalDate,
    slotMinutes: 30,
    daysAhead: 5,
    cancelBeforeMinutes: 120,
    checkInBeforeMinutes: 15,
    checkInAfterMinutes: 15,
    noShows: 3,
    noShowDays: 90,
    suspendedDays: 30,
    capacity: { A: 4, B: 2, C: 2, D: 4 },
  },
] as const satisfies readonly [BookingRules, ...BookingRules[]]

/** The rules in force on a day. */
export function bookingRulesOn(
  day: LocalDate,
  all: readonly [BookingRules, ...BookingRules[]] = BOOKING_RULES,
): BookingRules {
  return all.filter(({ validFrom }) => validFrom <= day).at(-1) ?? all[0]
}
