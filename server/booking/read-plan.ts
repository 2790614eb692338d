import type { z } from 'zod'
import type { readBookingPlan } from '../../contract/hall-bookings.ts'
import {
  BOOKABLE_QUEUES,
  type BookableQueue,
  BOOKING_RULE_MARK,
  bookingRulesOn,
} from '../../domain/booking/booking-rules.ts'
import { capacityOn } from '../../domain/booking/capacity-on.ts'
import { closedBecause, slotsOf } from '../../domain/booking/slots.ts'
import { addWorkingDays, dayNameOf } from '../../domain/deadline/working-calendar.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { addDays, localDateOf } from '../../domain/shared/local-date.ts'
import type { BookingContext } from './booking-context.ts'
import { queueNameOf } from './booking-view.ts'
import { type CapacityRow, loadCapacitySettings } from './capacity.ts'
import { loadClosedDays, whyClosed } from './closed-days.ts'
import { openPeriodsOn } from './open-periods.ts'

/** Calendar days: a month of a notice board, with room for a long holiday. */
const DAYS_SHOWN = 28
/** What is set for a later day is found all the same. */
const FAR = 400

const COUNTED = `
  select day::text as day, queue_id as queue, count(*) filter (where state <> 'closed')::int as booked,
         count(*) filter (where state = 'closed')::int as "takenBack"
    from booking where region_code = $1 and day between $2 and $3 and state <> 'cancelled' group by day, queue_id`

type Counted = {
  readonly day: LocalDate
  readonly queue: BookableQueue
  readonly booked: number
  readonly takenBack: number
}

/** What is set about seats and closed days, and what comes of it in the weeks ahead. */
export async function readPlan(
  context: BookingContext,
  regionCode: number,
): Promise<z.input<typeof readBookingPlan.reply>> {
  const { http, reference } = context
  const { calendar } = reference
  const today = localDateOf(http.clock(regionCode))
  const rules = bookingRulesOn(today)
  const until = addDays(today, DAYS_SHOWN - 1)
  const [layout, settings, closed, counted] = await Promise.all([
    context.layout(regionCode),
    loadCapacitySettings(http.db, regionCode, { from: today, until: addDays(today, FAR) }),
    loadClosedDays(http.db, regionCode, today),
    http.db.query<Counted>(COUNTED, [regionCode, today, until]),
  ])
  const isOffered = (queue: BookableQueue) => layout.queues.some((one) => one.queue === queue)
  const days = Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(today, index))
  return {
    today,
    mark: BOOKING_RULE_MARK,
    bookableUntil: addWorkingDays(today, rules.daysAhead, calendar),
    slotMinutes: rules.slotMinutes,
    queues: BOOKABLE_QUEUES.map((queue) => ({
      queue,
      queueName: queueNameOf(layout, queue),
      offered: isOffered(queue),
      usual: rules.capacity[queue],
    })),
    settings: inForce(settings, today),
    days: days.map((day) => {
      const periods = openPeriodsOn(day, layout, calendar, closed)
      const own = counted.filter((one) => one.day === day)
      const slots = slotsOf(periods, rules.slotMinutes).length
      const why = whyClosed(day, calendar, closed)
      return {
        day,
        dayName: dayNameOf(day, calendar) ?? null,
        closedBecause: why ?? (slots === 0 ? '大厅不开放' : null),
        closedHere: closed.has(day) && closedBecause(day, calendar) === null,
        slots,
        queues: BOOKABLE_QUEUES.filter(isOffered).map((queue) => {
          const { capacity, source } = capacityOn(settings, queue, day)
          const booked = own.find((one) => one.queue === queue)?.booked ?? 0
          return { queue, capacity, source, booked }
        }),
        booked: own.reduce((sum, one) => sum + one.booked, 0),
        takenBack: own.reduce((sum, one) => sum + one.takenBack, 0),
      }
    }),
  }
}

/** Those to come, and of the past ones the one of each kind that still holds. */
function inForce(settings: readonly CapacityRow[], today: LocalDate): CapacityRow[] {
  const held = new Set<string>()
  return settings.filter(({ queue, kind, weekday, day, capacity }) => {
    if (day > today) return true
    const series = `${queue} ${kind} ${weekday ?? ''}`
    const isNewest = !held.has(series)
    held.add(series)
    return kind === 'date' ? capacity !== null : isNewest && capacity !== null
  })
}
