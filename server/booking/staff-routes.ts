import type { FastifyInstance } from 'fastify'
import { listDayBookings, setBookingCapacity } from '../../contract/bookings.ts'
import { BOOKING_STANDING_NAME, standingOf } from '../../domain/booking/booking.ts'
import { BOOKABLE_QUEUES, bookingRulesOn } from '../../domain/booking/booking-rules.ts'
import { clockOf, closedBecause } from '../../domain/booking/slots.ts'
import { maskName } from '../../domain/identifiers/mask.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { BookingContext } from './booking-context.ts'
import { type BookingRow, COLUMNS } from './booking-row.ts'
import { queueNameOf } from './booking-view.ts'
import { loadCapacities, saveCapacity } from './capacity.ts'

const OF_DAY = `
  select ${COLUMNS}, a.name from booking b
    join account a on a.region_code = $1 and a.account_id = b.account_id
   where b.region_code = $1 and b.day = $2 order by b.starts_minute, b.queue_id, b.booking_id limit 1000`

/** Who is expected at the hall, and how many each half-hour takes. */
export function staffBookingRoutes(server: FastifyInstance, context: BookingContext): void {
  const { http, reference } = context
  registerOperation(server, http, listDayBookings, async ({ query, session }) => {
    const { regionCode } = session
    const at = http.clock(regionCode)
    const day = (query.day ?? localDateOf(at)) as LocalDate
    const rules = bookingRulesOn(day)
    const [rows, layout, capacities] = await Promise.all([
      http.db.query<BookingRow & { name: string }>(OF_DAY, [regionCode, day]),
      context.layout(regionCode),
      loadCapacities(http.db, regionCode, day),
    ])
    return {
      ok: true,
      value: {
        day,
        closedBecause: closedBecause(day, reference.calendar),
        bookings: rows.map((row) => {
          const standing = standingOf(row, Date.parse(at), rules)
          const { bookingId, queue, itemId, startsMinute, endsMinute, name } = row
          return {
            bookingId,
            queue,
            queueName: queueNameOf(layout, queue),
            from: clockOf(startsMinute),
            to: clockOf(endsMinute),
            name: maskName(name),
            itemName: itemId === null ? null : (reference.findItem(itemId)?.name ?? null),
            standing,
            standingName: BOOKING_STANDING_NAME[standing],
          }
        }),
        capacities: BOOKABLE_QUEUES.filter((queue) =>
          layout.queues.some((one) => one.queue === queue),
        ).map((queue) => {
          const { capacity, setFrom } = capacities(queue, day)
          return { queue, queueName: queueNameOf(layout, queue), capacity, setFrom }
        }),
      },
    }
  })
  registerOperation(server, http, setBookingCapacity, async ({ body, session }) => {
    const { regionCode, actor } = session
    const at = http.clock(regionCode)
    const { queue, validFrom, capacity } = body
    if (validFrom <= localDateOf(at))
      return refuse('invalid-input', '号源从明天或者以后的日子起调整：今天的预约已经发放。', {
        fields: [{ field: 'validFrom', message: '请选择明天或者以后的日子' }],
      })
    const set = { queue, validFrom, capacity, by: actor.accountId, at }
    await saveCapacity(http.db, regionCode, set)
    return { ok: true, value: { queue, validFrom, capacity } }
  })
}
