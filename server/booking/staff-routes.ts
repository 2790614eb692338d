import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/hall-bookings.ts'
import type { CapacitySetting } from '../../domain/booking/capacity-on.ts'
import { closedBecause } from '../../domain/booking/slots.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import type { BookingContext } from './booking-context.ts'
import { saveCapacity } from './capacity.ts'
import { closeBookings } from './close-bookings.ts'
import { saveClosing } from './closed-days.ts'
import { readDay } from './read-day.ts'
import { readPlan } from './read-plan.ts'
import { noteNoShow, takeBack } from './take-back.ts'

const TAKEN_BACK = `select count(*)::int as count from booking where region_code = $1 and day = $2 and state = 'closed'`

/** Who is expected at the hall, how many each half-hour takes, and what the hall cannot keep. */
export function staffBookingRoutes(server: FastifyInstance, context: BookingContext): void {
  const { http } = context
  registerOperation(server, http, contract.listDayBookings, async ({ query, session }) => ({
    ok: true,
    value: await readDay(context, session.regionCode, query.day as LocalDate | undefined),
  }))
  registerOperation(server, http, contract.readBookingPlan, async ({ session }) => ({
    ok: true,
    value: await readPlan(context, session.regionCode),
  }))
  registerOperation(server, http, contract.takeBackBooking, async ({ params, body, session }) =>
    takeBack(context, session, params.bookingId, body),
  )
  registerOperation(server, http, contract.noteNoShow, async ({ params, body, session }) =>
    noteNoShow(context, session, params.bookingId, body),
  )
  settingRoutes(server, context)
}

function settingRoutes(server: FastifyInstance, context: BookingContext): void {
  const { http, reference } = context
  registerOperation(server, http, contract.setBookingCapacity, async ({ body, session }) => {
    const { regionCode, actor } = session
    const at = http.clock(regionCode)
    const { kind, queue, capacity } = body
    const day = (body.kind === 'date' ? body.day : body.validFrom) as LocalDate
    if (day <= localDateOf(at))
      return refuse('invalid-input', '号源从明天或者以后的日子起调整：今天的预约已经发放。', {
        fields: [
          { field: kind === 'date' ? 'day' : 'validFrom', message: '请选择明天或者以后的日子' },
        ],
      })
    const weekday = body.kind === 'weekday' ? body.weekday : null
    const set: CapacitySetting = { queue, kind, weekday, day, capacity }
    await saveCapacity(http.db, regionCode, set, { by: actor.accountId, at })
    return { ok: true, value: { queue, day, capacity } }
  })
  registerOperation(server, http, contract.closeBookingDay, async ({ params, body, session }) => {
    const { regionCode, actor } = session
    const at = http.clock(regionCode)
    const day = params.day as LocalDate
    if (day < localDateOf(at))
      return refuse('invalid-input', '这一天已经过去，请选择今天或者以后的日子。', {
        fields: [{ field: 'day', message: '请选择今天或者以后的日子' }],
      })
    const holiday = closedBecause(day, reference.calendar)
    if (holiday !== null)
      return refuse('booking-day-closed', `这一天是${holiday}，按工作日历本来就不接受预约。`)
    await saveClosing(http.db, regionCode, { day, ...body }, { by: actor.accountId, at })
    if (body.closed) await closeBookings(context, regionCode)
    const [row] = await http.db.query<{ count: number }>(TAKEN_BACK, [regionCode, day])
    return { ok: true, value: { day, closed: body.closed, takenBack: row?.count ?? 0 } }
  })
}
