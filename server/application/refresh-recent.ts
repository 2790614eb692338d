import { newId } from '../event-log/chain.ts'
import type { ApplicationContext } from './application-context.ts'
import { loadApplication } from './load-application.ts'
import { refreshRow } from './refresh-row.ts'

const RECENT = `
  select distinct application_id as "applicationId" from application_event
   where region_code = $1 and recorded_at >= $2`

/**
 * Derives the list columns of everything that moved since then again: another server announced a calendar, and what this
 * one wrote until it heard was counted with the old one. Repeatable.
 */
export async function refreshRecent(
  context: ApplicationContext,
  regionCode: number,
  since: Date,
): Promise<void> {
  const rows = await context.db.query<{ applicationId: string }>(RECENT, [
    regionCode,
    since.toISOString(),
  ])
  for (const { applicationId } of rows) {
    const loaded = await loadApplication(context.db, {
      regionCode,
      applicationId,
      commandId: newId(),
    })
    await refreshRow(context, regionCode, applicationId, loaded, context.clock(regionCode))
  }
}
