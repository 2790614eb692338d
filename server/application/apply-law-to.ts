import type { Instant } from '../../domain/shared/ids.ts'
import { withRetry } from '../database/with-retry.ts'
import { newId } from '../event-log/chain.ts'
import type { ApplicationContext } from './application-context.ts'
import { letTheLawGoFirst } from './apply-law.ts'
import { loadApplication } from './load-application.ts'
import { refreshRow } from './refresh-row.ts'

/** One thing that fell due on one application. A row whose column is older than the rules (a calendar changed) is derived anew. */
export async function applyLawTo(
  context: ApplicationContext,
  regionCode: number,
  applicationId: string,
  until: Instant,
): Promise<boolean> {
  return await withRetry(async () => {
    const loaded = await loadApplication(context.db, {
      regionCode,
      applicationId,
      commandId: newId(),
    })
    if (await letTheLawGoFirst(context, { regionCode, applicationId, loaded, until })) return true
    if (loaded.nextFallAt !== null && loaded.nextFallAt <= until)
      await refreshRow(context, regionCode, applicationId, loaded, until)
    return false
  })
}
