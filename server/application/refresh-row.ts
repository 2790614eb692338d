import type { Instant } from '../../domain/shared/ids.ts'
import type { ApplicationContext } from './application-context.ts'
import { applicationRow } from './application-row.ts'
import { LAW } from './apply-law.ts'
import { factsOf } from './facts-of.ts'
import { loadApplication, type LoadedApplication } from './load-application.ts'
import { newId } from '../event-log/chain.ts'

const REFRESH = `
  update application set stage = $4, due_on = $5, due_kind = $6, next_fall_at = $7
   where region_code = $1 and application_id = $2 and seq = $3`

/** Derives the list columns again from an unchanged state: after the calendar or a seal mode changed. */
export async function refreshRow(
  context: ApplicationContext,
  regionCode: number,
  applicationId: string,
  loaded: LoadedApplication,
  now: Instant,
): Promise<void> {
  const { application } = loaded
  if (application.status === 'not-lodged') return
  const facts = factsOf({
    reference: context.reference,
    loaded,
    itemId: application.itemId,
    renews: null,
    standing: LAW.standing,
    now,
  })
  const {
    stage,
    due_on: dueOn,
    due_kind: dueKind,
    next_fall_at: nextFallAt,
  } = applicationRow(application, facts)
  await context.db.query(REFRESH, [
    regionCode,
    applicationId,
    loaded.head.seq,
    stage,
    dueOn,
    dueKind,
    nextFallAt,
  ])
}

/** Every open application of one item, after its seal mode was confirmed. */
export async function refreshItem(
  context: ApplicationContext,
  regionCode: number,
  itemId: string,
): Promise<void> {
  const rows = await context.db.query<{ applicationId: string }>(
    `select application_id as "applicationId" from application where region_code = $1 and item_id = $2 and stage <> 'closed'`,
    [regionCode, itemId],
  )
  for (const { applicationId } of rows) {
    const loaded = await loadApplication(context.db, {
      regionCode,
      applicationId,
      commandId: newId(),
    })
    await refreshRow(context, regionCode, applicationId, loaded, context.clock(regionCode))
  }
}
