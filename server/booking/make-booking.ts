import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import type { makeBooking as operation } from '../../contract/bookings.ts'
import { momentOf } from '../../domain/booking/booking.ts'
import { bookingRulesOn } from '../../domain/booking/booking-rules.ts'
import { checkBooking } from '../../domain/booking/check-booking.ts'
import { suspensionOf } from '../../domain/booking/no-shows.ts'
import { minuteOf } from '../../domain/booking/slots.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { addDays, localDateOf } from '../../domain/shared/local-date.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { BookingContext } from './booking-context.ts'
import { refuseBooking, refuseFull } from './booking-refusals.ts'
import { type BookingRow, bookingsOfPerson, findBooking } from './booking-row.ts'
import { loadCapacities } from './capacity.ts'
import { loadClosedDays } from './closed-days.ts'
import { openPeriodsOn } from './open-periods.ts'
import { personKeyOf } from './person-key.ts'

const MAKE = 'select make_booking($1, $2, $3, $4, $5) as outcome'
const MOST_CODES = 5

type Wish = z.output<typeof operation.body>
type Outcome = 'done' | 'seen' | 'full' | 'taken-day' | 'code'

/** Judges by the rules, then lets the database give the seat: of two people at the last one, one gets it. */
export async function makeBooking(context: BookingContext, session: Session, wish: Wish) {
  const { http, reference } = context
  const { regionCode, actor } = session
  const at = http.clock(regionCode)
  const now = Date.parse(at)
  const today = localDateOf(at)
  const day = wish.day as LocalDate
  const rules = bookingRulesOn(day)
  const itemId = wish.itemId || null
  if (itemId !== null && reference.findItem(itemId) === undefined)
    return refuse('unknown-item', '没有这个事项，请从事项清单中选择，或者不选事项。')
  const personKey = personKeyOf(session)
  const [own, layout, capacities, closed] = await Promise.all([
    bookingsOfPerson(http.db, regionCode, {
      personKey,
      accountId: actor.accountId,
      since: addDays(today, -(rules.noShowDays + rules.suspendedDays)),
    }),
    context.layout(regionCode),
    loadCapacities(http.db, regionCode, { from: day, until: day }),
    loadClosedDays(http.db, regionCode, today),
  ])
  const same = own.find(({ bookingId }) => bookingId === wish.bookingId)
  if (same !== undefined) return { ok: true as const, value: same }
  const noShowDays = noShowsAmong(own, now)
  const isOffered = layout.queues.some(({ queue }) => queue === wish.queue)
  const capacity = isOffered ? capacities(wish.queue, day).capacity : 0
  const checked = checkBooking(
    { queue: wish.queue, day, startsMinute: minuteOf(wish.from) },
    {
      today,
      calendar: reference.calendar,
      rules,
      periods: openPeriodsOn(day, layout, reference.calendar, closed),
      capacity,
      noShowDays,
      bookedDays: own.filter(({ state }) => state === 'booked').map((booking) => booking.day),
    },
  )
  if (!checked.ok) {
    const suspendedUntil = suspensionOf(noShowDays, today, rules).until
    return refuseBooking(checked.violation, { rules, suspendedUntil })
  }
  const { accountId } = actor
  const { queue } = wish
  const row = {
    accountId,
    personKey: personKey.toString('hex'),
    queue,
    itemId,
    day,
    ...checked.slot,
  }
  const outcome = await record(http, regionCode, { bookingId: wish.bookingId, capacity, at, row })
  if (outcome === 'full') return refuseFull()
  if (outcome === 'taken-day')
    return refuseBooking('booking-one-a-day', { rules, suspendedUntil: null })
  const made = await findBooking(http.db, regionCode, wish.bookingId)
  if (made === undefined || made.accountId !== accountId)
    return refuse('command-id-reused', '这个预约标识已经用过，请刷新页面后重新预约。')
  return { ok: true as const, value: made }
}

/** The days on which the person did not come. */
export function noShowsAmong(rows: readonly BookingRow[], now: number): LocalDate[] {
  return rows
    .filter(({ state, day }) => state === 'booked' && momentOf(day, 24 * 60) <= now)
    .map(({ day }) => day)
}

type NewBooking = {
  readonly accountId: string
  readonly personKey: string
  readonly queue: string
  readonly itemId: string | null
  readonly day: LocalDate
  readonly startsMinute: number
  readonly endsMinute: number
}

type ToRecord = {
  readonly bookingId: string
  readonly capacity: number
  readonly at: Instant
  readonly row: NewBooking
}

/** With a code that no other booking of the day has. */
async function record(
  { db }: HttpContext,
  regionCode: number,
  { bookingId, capacity, at, row: { queue, ...rest } }: ToRecord,
): Promise<Exclude<Outcome, 'code'>> {
  for (let attempt = 0; attempt < MOST_CODES; attempt += 1) {
    const code = String(randomInt(100_000_000)).padStart(8, '0')
    const written = JSON.stringify({ ...rest, queueId: queue, code })
    const values = [regionCode, bookingId, capacity, at, written]
    const [answer] = await db.query<{ outcome: Outcome }>(MAKE, values)
    if (answer !== undefined && answer.outcome !== 'code') return answer.outcome
  }
  throw new Error('Every booking code tried was taken')
}
