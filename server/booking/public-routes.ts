import type { FastifyInstance } from 'fastify'
import {
  cancelBooking,
  checkIn as checkInOperation,
  listBookingDays,
  listMyBookings,
  makeBooking as makeOperation,
} from '../../contract/bookings.ts'
import { bookingRulesOn } from '../../domain/booking/booking-rules.ts'
import { refusalToCancel } from '../../domain/booking/check-booking.ts'
import { suspensionOf } from '../../domain/booking/no-shows.ts'
import { addDays, localDateOf } from '../../domain/shared/local-date.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { Session } from '../http/session.ts'
import type { BookingContext } from './booking-context.ts'
import { refuseCancelling } from './booking-refusals.ts'
import { type BookingRow, bookingsOfAccount, bookingsOfPerson, findBooking } from './booking-row.ts'
import { bookingView, rulesView } from './booking-view.ts'
import { checkIn } from './check-in.ts'
import { makeBooking, noShowsAmong } from './make-booking.ts'
import { personKeyOf } from './person-key.ts'
import { readBookingDays } from './read-days.ts'

const CANCEL = `select cancel_booking($1, $2, $3, 'cancelled', $4, $5, null) as outcome`
const WAS_DONE = `select 1 from booking_log where region_code = $1 and booking_id = $2 and command_id = $3`

/** Choosing a half-hour, one's own bookings, and checking in at the hall. */
export function publicBookingRoutes(server: FastifyInstance, context: BookingContext): void {
  const { http, reference } = context
  const shown = async (regionCode: number, row: BookingRow) => {
    const layout = await context.layout(regionCode)
    return bookingView(row, { layout, reference }, Date.parse(http.clock(regionCode)))
  }
  registerOperation(server, http, listBookingDays, async ({ query }) => ({
    ok: true,
    value: await readBookingDays(context, query.queue),
  }))
  registerOperation(server, http, makeOperation, async ({ body, session }) => {
    const made = await makeBooking(context, session, body)
    return made.ok ? { ok: true, value: await shown(session.regionCode, made.value) } : made
  })
  registerOperation(server, http, listMyBookings, async ({ session }) => ({
    ok: true,
    value: await readMine(context, session),
  }))
  registerOperation(server, http, cancelBooking, async ({ params, body, session }) => {
    const { regionCode, actor } = session
    const row = await findBooking(http.db, regionCode, params.bookingId)
    if (row === undefined || row.accountId !== actor.accountId)
      return refuse('booking-not-found', '没有这次预约，或者它不是您的。')
    const at = http.clock(regionCode)
    const rules = bookingRulesOn(row.day)
    const violation = refusalToCancel(row, Date.parse(at), rules)
    if (violation !== null) {
      const key = [regionCode, row.bookingId, body.commandId]
      // Sent again after the first arrived.
      if ((await http.db.query(WAS_DONE, key)).length === 0)
        return refuseCancelling(violation, rules)
      return { ok: true, value: await shown(regionCode, row) }
    }
    const values = [regionCode, row.bookingId, body.commandId, actor.accountId, at]
    const [written] = await http.db.query<{ outcome: string }>(CANCEL, values)
    if (written?.outcome === 'moved') return refuseCancelling('booking-ended', rules)
    const now = await findBooking(http.db, regionCode, row.bookingId)
    return { ok: true, value: await shown(regionCode, now ?? row) }
  })
  registerOperation(server, http, checkInOperation, async ({ body, request, visitor }) =>
    checkIn(context, { body, request, visitor }),
  )
}

async function readMine({ http, reference, layout: layoutOf }: BookingContext, session: Session) {
  const { regionCode, actor } = session
  const at = http.clock(regionCode)
  const now = Date.parse(at)
  const today = localDateOf(at)
  const rules = bookingRulesOn(today)
  const [rows, ofPerson, layout] = await Promise.all([
    bookingsOfAccount(http.db, regionCode, actor.accountId),
    bookingsOfPerson(http.db, regionCode, {
      personKey: personKeyOf(session),
      accountId: actor.accountId,
      since: addDays(today, -(rules.noShowDays + rules.suspendedDays)),
    }),
    layoutOf(regionCode),
  ])
  const suspension = suspensionOf(noShowsAmong(ofPerson, now), today, rules)
  const coming = rows.filter(({ state, day }) => state === 'booked' && day >= today).toReversed()
  const past = rows.filter((row) => !coming.includes(row))
  return {
    bookings: [...coming, ...past].map((row) => bookingView(row, { layout, reference }, now)),
    noShows: suspension.counting,
    suspendedUntil: suspension.until,
    rules: rulesView(rules),
  }
}
