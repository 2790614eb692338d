import type { LocalDate } from '../shared/ids.ts'
import { dayNumberOf } from '../shared/local-date.ts'
import type { BookableQueue, BookingRules } from './booking-rules.ts'

/** What is stored. `closed`: the centre took it back because the day became a holiday. */
export const BOOKING_STATES = ['booked', 'cancelled', 'closed', 'checked-in', 'late'] as const
export type BookingState = (typeof BOOKING_STATES)[number]

/** What it is at a moment. `overdue`: the time to check in is over, the day is not; `no-show`: the day is over too. */
export const BOOKING_STANDINGS = [...BOOKING_STATES, 'overdue', 'no-show'] as const
export type BookingStanding = (typeof BOOKING_STANDINGS)[number]
export const BOOKING_STANDING_NAME = {
  booked: '已预约',
  cancelled: '已取消',
  closed: '中心取消',
  'checked-in': '已签到',
  late: '迟到，已取普通号',
  overdue: '已过签到时间',
  'no-show': '爽约',
} as const satisfies Record<BookingStanding, string>

export type Booking = {
  readonly bookingId: string
  readonly queue: BookableQueue
  readonly day: LocalDate
  /** Minutes after midnight in China. */
  readonly startsMinute: number
  readonly endsMinute: number
  readonly state: BookingState
}

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const CHINA_OFFSET_MS = 8 * 60 * MINUTE_MS

/** Milliseconds since 1970 of a minute of a day in China. */
export function momentOf(day: LocalDate, minute: number): number {
  return dayNumberOf(day) * DAY_MS - CHINA_OFFSET_MS + minute * MINUTE_MS
}

/** Both ends in milliseconds, the last one included. */
export function checkInTimeOf(
  { day, startsMinute }: Pick<Booking, 'day' | 'startsMinute'>,
  { checkInBeforeMinutes, checkInAfterMinutes }: BookingRules,
): { readonly from: number; readonly until: number } {
  const start = momentOf(day, startsMinute)
  return {
    from: start - checkInBeforeMinutes * MINUTE_MS,
    until: start + checkInAfterMinutes * MINUTE_MS,
  }
}

/** The last moment to cancel, in milliseconds. */
export function cancelUntil(
  { day, startsMinute }: Pick<Booking, 'day' | 'startsMinute'>,
  { cancelBeforeMinutes }: BookingRules,
): number {
  return momentOf(day, startsMinute) - cancelBeforeMinutes * MINUTE_MS
}

/** A no-show is never written down: it is what a booking becomes when nobody came while its day lasted. */
export function standingOf(booking: Booking, now: number, rules: BookingRules): BookingStanding {
  if (booking.state !== 'booked') return booking.state
  if (now >= momentOf(booking.day, 24 * 60)) return 'no-show'
  return now > checkInTimeOf(booking, rules).until ? 'overdue' : 'booked'
}
