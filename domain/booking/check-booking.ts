import type { WorkingCalendar } from '../deadline/working-calendar.ts'
import type { OpenPeriod } from '../hall/hall-configuration.ts'
import type { LocalDate } from '../shared/ids.ts'
import { type Booking, cancelUntil, checkInTimeOf, momentOf, standingOf } from './booking.ts'
import type { BookableQueue, BookingRules } from './booking-rules.ts'
import { suspensionOf } from './no-shows.ts'
import { bookableDays, type Slot, slotsOf } from './slots.ts'

export type BookingViolation =
  | 'queue-not-bookable'
  | 'booking-suspended'
  | 'booking-day-closed'
  | 'booking-slot-unknown'
  | 'booking-one-a-day'

export type BookingWish = {
  readonly queue: BookableQueue
  readonly day: LocalDate
  readonly startsMinute: number
}

export type BookingFacts = {
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
  readonly rules: BookingRules
  /** Opening hours of the day wished for; none: the hall is closed. */
  readonly periods: readonly OpenPeriod[]
  /** Seats of a half-hour of that queue on that day; 0: it takes no appointments. */
  readonly capacity: number
  /** Days on which the person did not come. */
  readonly noShowDays: readonly LocalDate[]
  /** Days on which the person has a booking. */
  readonly bookedDays: readonly LocalDate[]
}

/** The half-hour wished for, or why it cannot be had. Whether a seat is left, the database says. */
export function checkBooking(
  wish: BookingWish,
  facts: BookingFacts,
):
  | { readonly ok: true; readonly slot: Slot }
  | { readonly ok: false; readonly violation: BookingViolation } {
  const { today, calendar, rules, periods, capacity, noShowDays, bookedDays } = facts
  const refused = (violation: BookingViolation) => ({ ok: false as const, violation })
  if (suspensionOf(noShowDays, today, rules).until !== null) return refused('booking-suspended')
  if (capacity === 0) return refused('queue-not-bookable')
  const isOpen = bookableDays(today, calendar, rules).includes(wish.day) && periods.length > 0
  if (!isOpen) return refused('booking-day-closed')
  const slot = slotsOf(periods, rules.slotMinutes).find(
    ({ startsMinute }) => startsMinute === wish.startsMinute,
  )
  if (slot === undefined) return refused('booking-slot-unknown')
  if (bookedDays.includes(wish.day)) return refused('booking-one-a-day')
  return { ok: true, slot }
}

export type CancelViolation = 'booking-ended' | 'booking-too-late-to-cancel'

/** Until two hours before; afterwards whoever does not come is a no-show. */
export function refusalToCancel(
  booking: Booking,
  now: number,
  rules: BookingRules,
): CancelViolation | null {
  if (standingOf(booking, now, rules) !== 'booked') return 'booking-ended'
  return now > cancelUntil(booking, rules) ? 'booking-too-late-to-cancel' : null
}

/** What checking in gives at this moment of the booking's day. */
export type CheckIn =
  | { readonly gives: 'booked' | 'ordinary' }
  | { readonly refused: 'booking-too-early' | 'booking-ended' }

/** In time the booking's place; late the same day an ordinary ticket; another day nothing (domain brief §8.2). */
export function checkInOf(booking: Booking, now: number, rules: BookingRules): CheckIn {
  const { from, until } = checkInTimeOf(booking, rules)
  if (booking.state !== 'booked' || now >= momentOf(booking.day, 24 * 60))
    return { refused: 'booking-ended' }
  if (now < from) return { refused: 'booking-too-early' }
  return { gives: now <= until ? 'booked' : 'ordinary' }
}
