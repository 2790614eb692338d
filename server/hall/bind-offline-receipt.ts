import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'

const BIND = 'select bind_offline_receipt($1, $2, $3, $4, $5)'

/**
 * A receipt from a journal whose ticket had ended before it came: a time stated later, a line sent again. Where the ticket
 * is still to end, its end binds both.
 */
export async function bindOfflineReceipt(
  db: Database,
  receipt: {
    readonly regionCode: number
    readonly applicationId: string
    readonly clerkId: string
    readonly takenAt: Instant
  },
): Promise<void> {
  const { regionCode, applicationId, clerkId, takenAt } = receipt
  await db.query(BIND, [regionCode, localDateOf(takenAt), applicationId, clerkId, takenAt])
}
