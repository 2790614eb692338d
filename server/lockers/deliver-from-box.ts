import type { AnyViolation } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { BoxUseRow } from './box-uses.ts'
import type { LockersContext } from './lockers-context.ts'

/** The delivery of what was taken from an opened box; null: it stands, by this or before. */
export async function deliverFromBox(
  { http, load, deliver }: LockersContext,
  { applicationId, box, collectionId, openedAt, identityEntry }: BoxUseRow,
  { clerk, origin }: { readonly clerk?: Session; readonly origin: string },
): Promise<AnyViolation | null> {
  if (collectionId === null || openedAt === null || identityEntry === null)
    throw new Error('An opened box knows who asked for it')
  const application = await load(http.regionCode, applicationId)
  if (application?.status !== 'issued') return null
  return await deliver(http.regionCode, {
    applicationId,
    collectionId,
    collection: { box, openedAt, identityEntry },
    origin,
    ...(clerk === undefined ? {} : { clerk }),
  })
}
