import type { FastifyInstance } from 'fastify'
import { handOutRange, listRanges, returnRange } from '../../contract/offline-ranges.ts'
import { addWorkingDays } from '../../domain/deadline/working-calendar.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { addDays, localDateOf, startOfDay } from '../../domain/shared/local-date.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { copiesBetween, handOut, holdersSince } from './hand-out.ts'
import type { OfflineContext } from './offline-context.ts'
import { rangesOfDay, returnRange as giveBack } from './range-standing.ts'

/** Who holds which numbers: to look, to hand out more, to take back. */
export function rangeRoutes(server: FastifyInstance, context: OfflineContext): void {
  const { http, reference } = context
  const moment = (regionCode: number) => {
    const now = http.clock(regionCode)
    const today = localDateOf(now)
    return { now, today, lastDay: addWorkingDays(today, 1, reference.calendar) }
  }
  registerOperation(server, http, listRanges, async ({ query, session }) => {
    const { regionCode } = session
    const { today, lastDay } = moment(regionCode)
    const day = (query.day ?? today) as LocalDate
    const [ranges, copies, holders] = await Promise.all([
      rangesOfDay(http.db, regionCode, day, today),
      copiesBetween(http.db, regionCode, startOfDay(day), startOfDay(addDays(day, 1))),
      holdersSince(http.db, regionCode, today),
    ])
    return {
      ok: true,
      value: {
        day,
        today,
        lastDay,
        ranges,
        copies: copies.map(({ deviceId, ...copy }) => {
          const held = ranges.find((range) => range.deviceId === deviceId)
          const { firstNumber = null, lastNumber = null } = held ?? {}
          return { ...copy, firstNumber, lastNumber }
        }),
        holders: holders.map(({ deviceId, kind, holder, seenAt }) => ({
          deviceId,
          kind,
          holder,
          seenAt,
        })),
      },
    }
  })
  registerOperation(server, http, returnRange, async ({ params, body, session }) => {
    const { regionCode } = session
    const value = await giveBack(http.db, session, params.rangeId, body.reason, moment(regionCode))
    return value === undefined
      ? refuse('not-found', '没有这个号段，请刷新页面。')
      : { ok: true, value }
  })
  registerOperation(server, http, handOutRange, async ({ body, session }) => {
    const { regionCode } = session
    const region = context.numberOfRegion(regionCode)
    return await handOut(http.db, session, body, { ...moment(regionCode), region })
  })
}
