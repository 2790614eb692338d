import type { BookingView } from '../../contract/bookings.ts'
import {
  BOOKING_STANDING_NAME,
  cancelUntil,
  checkInTimeOf,
  standingOf,
} from '../../domain/booking/booking.ts'
import {
  BOOKING_RULE_MARK,
  bookingRulesOn,
  type BookingRules,
} from '../../domain/booking/booking-rules.ts'
import { refusalToCancel } from '../../domain/booking/check-booking.ts'
import { clockOf } from '../../domain/booking/slots.ts'
import type { QueueCode } from '../../domain/queue/ticket.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HallLayout } from './booking-context.ts'
import type { BookingRow } from './booking-row.ts'

/** One booking for its person, at that moment. */
export function bookingView(
  row: BookingRow,
  { layout, reference }: { readonly layout: HallLayout; readonly reference: ReferenceData },
  now: number,
): BookingView {
  const rules = bookingRulesOn(row.day)
  const standing = standingOf(row, now, rules)
  const { from, until } = checkInTimeOf(row, rules)
  const { bookingId, queue, itemId, day, reason, ticketId, madeAt } = row
  return {
    bookingId,
    standing,
    standingName: BOOKING_STANDING_NAME[standing],
    queue,
    queueName: queueNameOf(layout, queue),
    itemId,
    itemName: itemId === null ? null : (reference.findItem(itemId)?.name ?? null),
    day,
    from: clockOf(row.startsMinute),
    to: clockOf(row.endsMinute),
    code: standing === 'booked' || standing === 'overdue' ? row.code : null,
    checkInFrom: instantOf(from),
    checkInUntil: instantOf(until),
    cancelUntil: instantOf(cancelUntil(row, rules)),
    mayCancel: refusalToCancel(row, now, rules) === null,
    reason,
    ticketId,
    madeAt,
  }
}

/** A queue that the hall has done away with keeps its letter. */
export function queueNameOf({ queues, names }: HallLayout, queue: QueueCode): string {
  return queues.find((one) => one.queue === queue)?.name ?? names?.get(queue) ?? queue
}

export function rulesView(rules: BookingRules) {
  const { daysAhead, cancelBeforeMinutes, checkInBeforeMinutes, checkInAfterMinutes } = rules
  const { noShows, noShowDays, suspendedDays } = rules
  return {
    mark: BOOKING_RULE_MARK,
    daysAhead,
    cancelBeforeMinutes,
    checkInBeforeMinutes,
    checkInAfterMinutes,
    noShows,
    noShowDays,
    suspendedDays,
  }
}

function instantOf(ms: number): string {
  return new Date(ms).toISOString()
}
