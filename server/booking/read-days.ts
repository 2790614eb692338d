import {
  type BookableQueue,
  BOOKABLE_QUEUES,
  bookingRulesOn,
} from '../../domain/booking/booking-rules.ts'
import { clockOf, daysAhead, slotsOf } from '../../domain/booking/slots.ts'
import { dayNameOf } from '../../domain/deadline/working-calendar.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { BookingContext } from './booking-context.ts'
import { rulesView } from './booking-view.ts'
import { loadCapacities } from './capacity.ts'
import { loadClosedDays, whyClosed } from './closed-days.ts'
import { openPeriodsOn } from './open-periods.ts'

const TAKEN = `
  select day::text as day, starts_minute as "startsMinute", count(*)::int as taken from slot_seat
   where region_code = $1 and queue_id = $2 and day > $3 group by day, starts_minute`

type TakenRow = {
  readonly day: LocalDate
  readonly startsMinute: number
  readonly taken: number
}

/** The half-hours of a queue that may be booked now, and the closed days between with their reason. */
export async function readBookingDays(
  { http, reference, layout: layoutOf }: BookingContext,
  queue: BookableQueue,
) {
  const { db, regionCode } = http
  const { calendar } = reference
  const today = localDateOf(http.clock(regionCode))
  const rules = bookingRulesOn(today)
  const days = daysAhead(today, calendar, rules)
  const [layout, capacities, closed, rows] = await Promise.all([
    layoutOf(regionCode),
    loadCapacities(db, regionCode, { from: today, until: days.at(-1)?.day ?? today }),
    loadClosedDays(db, regionCode, today),
    db.query<TakenRow>(TAKEN, [regionCode, queue, today]),
  ])
  const isOffered = layout.queues.some((one) => one.queue === queue)
  const taken = new Map(rows.map((row) => [`${row.day} ${row.startsMinute}`, row.taken]))
  return {
    today,
    rules: rulesView(rules),
    queues: layout.queues.flatMap(({ queue: code, name, zoneName }) =>
      isBookable(code) ? [{ queue: code, name, zoneName }] : [],
    ),
    days: days.map(({ day }) => {
      const closedBecause = whyClosed(day, calendar, closed)
      const { capacity } = isOffered ? capacities(queue, day) : { capacity: 0 }
      const slots = slotsOf(openPeriodsOn(day, layout, calendar, closed), rules.slotMinutes)
      const isClosed = closedBecause !== null || slots.length === 0
      return {
        day,
        dayName: isClosed ? null : (dayNameOf(day, calendar) ?? null),
        closedBecause: isClosed ? (closedBecause ?? '大厅不开放') : null,
        slots: slots.map(({ startsMinute, endsMinute }) => ({
          from: clockOf(startsMinute),
          to: clockOf(endsMinute),
          capacity,
          free: Math.max(0, capacity - (taken.get(`${day} ${startsMinute}`) ?? 0)),
        })),
      }
    }),
  }
}

function isBookable(queue: string): queue is BookableQueue {
  return BOOKABLE_QUEUES.some((one) => one === queue)
}
