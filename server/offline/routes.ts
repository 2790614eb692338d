import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/offline.ts'
import { addWorkingDays } from '../../domain/deadline/working-calendar.ts'
import { maskName } from '../../domain/identifiers/mask.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { registerOperation } from '../http/register-operation.ts'
import { openEntriesOf, resultOf } from './entry-row.ts'
import { issueKeys } from './issue-key.ts'
import { kioskRoutes } from './kiosk-routes.ts'
import { takeTurn } from './machine-turn.ts'
import { mergeBatch } from './merge-batch.ts'
import type { OfflineContext } from './offline-context.ts'
import { rangeView } from './range-row.ts'
import { rangeRoutes } from './range-routes.ts'
import { receiptSeries, reserveRanges } from './reserve-ranges.ts'
import { settleEntry } from './settle-entry.ts'

/** A hall that survives: what a window needs beforehand, and what comes back from it. */
export function offlineRoutes(server: FastifyInstance, context: OfflineContext): void {
  clerkRoutes(server, context)
  kioskRoutes(server, context)
  rangeRoutes(server, context)
}

function clerkRoutes(server: FastifyInstance, context: OfflineContext): void {
  const { http, reference } = context
  registerOperation(server, http, contract.issueOfflineKey, async ({ session }) => {
    const { regionCode, actor } = session
    const keys = await issueKeys(http.db, regionCode, actor.accountId, http.clock(regionCode))
    return { ok: true, value: { serverNow: Date.parse(http.clock(regionCode)), keys } }
  })
  registerOperation(server, http, contract.reserveReceipts, async ({ body, session }) => {
    const { regionCode, actor } = session
    const now = http.clock(regionCode)
    const today = localDateOf(now)
    const region = context.numberOfRegion(regionCode)
    const days = [today, addWorkingDays(today, 1, reference.calendar)]
    const holder = {
      regionCode,
      deviceId: body.deviceId,
      name: `综合窗口 ${actor.window ?? '—'} 号`,
      accountId: actor.accountId,
    }
    const refused = await takeTurn(http.db, holder, body.machine, { now, today })
    if (refused !== null) return refused
    const { ranges } = await reserveRanges(
      http.db,
      holder,
      days.map((day) => receiptSeries(region, day)),
      body.spent,
      now,
    )
    return { ok: true, value: { serverNow: Date.parse(now), ranges: ranges.map(rangeView) } }
  })
  registerOperation(server, http, contract.mergeJournal, async ({ body, session, request }) => {
    const { regionCode } = session
    const results = await mergeBatch(context, { regionCode, session, origin: request.ip }, body)
    return { ok: true, value: { serverNow: Date.parse(http.clock(regionCode)), results } }
  })
  registerOperation(server, http, contract.listOpenEntries, async ({ session }) => {
    const rows = await openEntriesOf(http.db, session.regionCode, session.actor.accountId)
    const entries = rows.map((row) => {
      const entry = row.content?.entry
      const application = entry?.kind === 'intake' ? entry.application : null
      return {
        ...resultOf(row),
        kind: row.kind,
        takenAt: row.takenAt,
        mergedAt: row.mergedAt,
        itemName: application && (reference.findItem(application.itemId)?.name ?? null),
        applicantName: application && maskName(application.applicant.name),
        phone: application && application.applicant.phone,
      }
    })
    return { ok: true, value: { entries } }
  })
  registerOperation(
    server,
    http,
    contract.settleEntry,
    async ({ params, body, session, request }) =>
      await settleEntry(context, session, request.ip, params.entryId, body),
  )
}
