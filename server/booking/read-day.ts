import type { z } from 'zod'
import type { listDayBookings } from '../../contract/hall-bookings.ts'
import { BOOKING_STANDING_NAME, standingOf } from '../../domain/booking/booking.ts'
import { BOOKABLE_QUEUES, bookingRulesOn } from '../../domain/booking/booking-rules.ts'
import { clockOf } from '../../domain/booking/slots.ts'
import { maskName } from '../../domain/identifiers/mask.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { BookingContext } from './booking-context.ts'
import { type BookingRow, COLUMNS } from './booking-row.ts'
import { queueNameOf } from './booking-view.ts'
import { loadCapacities } from './capacity.ts'
import { loadClosedDays, whyClosed } from './closed-days.ts'

const OF_DAY = `
  select ${COLUMNS}, b.ended_at as "endedAt", a.name from booking b
    join account a on a.region_code = $1 and a.account_id = b.account_id
   where b.region_code = $1 and b.day = $2 order by b.starts_minute, b.queue_id, b.booking_id limit 1000`
const NOTES = `
  select n.booking_id as "bookingId", n.text, n.by_name as "by", n.at from booking_note n
   where n.region_code = $1 and n.booking_id = any ($2::uuid[]) order by n.at, n.note_id`

type Row = BookingRow & { readonly name: string; readonly endedAt: Instant | null }
type NoteRow = { readonly bookingId: string; text: string; by: string; at: Instant }

/** Who is expected on a day, by the half-hour, and how many each half-hour takes. */
export async function readDay(
  context: BookingContext,
  regionCode: number,
  asked: LocalDate | undefined,
): Promise<z.input<typeof listDayBookings.reply>> {
  const { http, reference } = context
  const at = http.clock(regionCode)
  const today = localDateOf(at)
  const day = asked ?? today
  const rules = bookingRulesOn(day)
  const [rows, layout, capacities, closed] = await Promise.all([
    http.db.query<Row>(OF_DAY, [regionCode, day]),
    context.layout(regionCode),
    loadCapacities(http.db, regionCode, { from: day, until: day }),
    loadClosedDays(http.db, regionCode, day),
  ])
  const missed = rows.filter(({ state }) => state === 'booked').map(({ bookingId }) => bookingId)
  const notes = missed.length === 0 ? [] : await http.db.query<NoteRow>(NOTES, [regionCode, missed])
  return {
    day,
    today,
    closedBecause: whyClosed(day, reference.calendar, closed),
    bookings: rows.map((row) => {
      const standing = standingOf(row, Date.parse(at), rules)
      const { bookingId, queue, itemId, startsMinute, endsMinute, name, code } = row
      return {
        bookingId,
        queue,
        queueName: queueNameOf(layout, queue),
        from: clockOf(startsMinute),
        to: clockOf(endsMinute),
        name: maskName(name),
        codeTail: code.slice(-4),
        itemName: itemId === null ? null : (reference.findItem(itemId)?.name ?? null),
        standing,
        standingName: BOOKING_STANDING_NAME[standing],
        reason: row.reason,
        endedAt: row.endedAt,
        notes: notes
          .filter((note) => note.bookingId === bookingId)
          .map((note) => ({ text: note.text, by: note.by, at: note.at })),
      }
    }),
    capacities: BOOKABLE_QUEUES.filter((queue) =>
      layout.queues.some((one) => one.queue === queue),
    ).map((queue) => ({
      queue,
      queueName: queueNameOf(layout, queue),
      ...capacities(queue, day),
    })),
  }
}
