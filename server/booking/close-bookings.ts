import { clockOf, closedBecause, slotsOf } from '../../domain/booking/slots.ts'
import { momentOf } from '../../domain/booking/booking.ts'
import { bookingRulesOn } from '../../domain/booking/booking-rules.ts'
import { chineseMonthDay, localDateOf } from '../../domain/shared/local-date.ts'
import { newId } from '../event-log/chain.ts'
import type { BookingContext, ClosedBooking, HallLayout } from './booking-context.ts'
import { type BookingRow, COLUMNS } from './booking-row.ts'
import { queueNameOf } from './booking-view.ts'
import { type ClosedDays, loadClosedDays } from './closed-days.ts'
import { openPeriodsOn } from './open-periods.ts'

const COMING = `
  select ${COLUMNS} from booking b
   where b.region_code = $1 and b.day >= $2 and b.state = 'booked' order by b.day, b.starts_minute`
const CLOSE = `select cancel_booking($1, $2, $3, 'closed', null, $4, $5) as outcome`

/**
 * Takes back what the hall can no longer keep: a day that became a holiday, a half-hour that it is no longer open. Told
 * first and then taken back, so that a server that stops between the two tells nobody twice and forgets nobody. Answers
 * how many.
 */
export async function closeBookings(context: BookingContext, regionCode: number): Promise<number> {
  const { http, reference, onClosed } = context
  const at = http.clock(regionCode)
  const coming = await http.db.query<BookingRow>(COMING, [regionCode, localDateOf(at)])
  if (coming.length === 0) return 0
  const [layout, closedDays] = await Promise.all([
    context.layout(regionCode),
    loadClosedDays(http.db, regionCode, localDateOf(at)),
  ])
  let closed = 0
  for (const booking of coming) {
    if (momentOf(booking.day, booking.endsMinute) < Date.parse(at)) continue
    const reason = reasonToClose(booking, layout, reference.calendar, closedDays)
    if (reason === null) continue
    await onClosed(closedBooking(regionCode, booking, layout, reason))
    await http.db.query(CLOSE, [regionCode, booking.bookingId, newId(), at, reason])
    closed += 1
  }
  return closed
}

/** What the person is told. */
export function closedBooking(
  regionCode: number,
  { bookingId, accountId, day, queue, startsMinute }: BookingRow,
  layout: HallLayout,
  reason: string,
): ClosedBooking {
  const when = `${chineseMonthDay(day)} ${clockOf(startsMinute)}`
  return { regionCode, bookingId, accountId, queueName: queueNameOf(layout, queue), when, reason }
}

function reasonToClose(
  { day, startsMinute }: BookingRow,
  layout: HallLayout,
  calendar: BookingContext['reference']['calendar'],
  closedDays: ClosedDays,
): string | null {
  const holiday = closedBecause(day, calendar)
  if (holiday !== null) return `${holiday}放假`
  const closed = closedDays.get(day)
  if (closed !== undefined) return closed
  const slots = slotsOf(
    openPeriodsOn(day, layout, calendar, closedDays),
    bookingRulesOn(day).slotMinutes,
  )
  const isOpen = slots.some((slot) => slot.startsMinute === startsMinute)
  return isOpen ? null : '大厅开放时间调整'
}
