import type { FastifyInstance, FastifyRequest } from 'fastify'
import { mergeTickets, reserveTickets } from '../../contract/offline.ts'
import { addWorkingDays } from '../../domain/deadline/working-calendar.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { takeTurn } from './machine-turn.ts'
import { mergeBatch } from './merge-batch.ts'
import type { OfflineContext } from './offline-context.ts'
import { rangeView } from './range-row.ts'
import { reserveRanges, ticketSeries } from './reserve-ranges.ts'

const UNKNOWN = refuse('device-unknown', '这台设备没有配对，请大厅管理员重新配对。')

/** A kiosk has no person: its token says which one it is. */
export function kioskRoutes(server: FastifyInstance, context: OfflineContext): void {
  const { http, kioskOf } = context
  const { regionCode } = http
  registerOperation(server, http, reserveTickets, async ({ body, request }) => {
    const kiosk = await kioskOf(request)
    if (kiosk === undefined) return UNKNOWN
    const now = http.clock(regionCode)
    const today = localDateOf(now)
    const days = [today, addWorkingDays(today, 1, context.reference.calendar)]
    const holder = { regionCode, deviceId: kiosk.deviceId, name: kiosk.name, accountId: null }
    const refused = await takeTurn(http.db, holder, body.machine, { now, today })
    if (refused !== null) return refused
    const { ranges, exhausted } = await reserveRanges(
      http.db,
      holder,
      days.flatMap((day) => body.queues.map((queue) => ticketSeries(queue, day))),
      body.spent,
      now,
    )
    if (exhausted && ranges.length === 0)
      return refuse('offline-range-exhausted', '今天的离线号段已经发完，请报告大厅管理员。')
    return { ok: true, value: { serverNow: Date.parse(now), ranges: ranges.map(rangeView) } }
  })
  registerOperation(server, http, mergeTickets, async ({ body, request }) => {
    if ((await kioskOf(request)) === undefined) return UNKNOWN
    const results = await mergeBatch(context, senderOf(regionCode, request), body)
    return { ok: true, value: { serverNow: Date.parse(http.clock(regionCode)), results } }
  })
}

function senderOf(regionCode: number, request: FastifyRequest) {
  return { regionCode, session: null, origin: request.ip }
}
