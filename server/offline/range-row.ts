import type { OfflineRange } from '../../contract/offline.ts'
import type { ReservedRange } from '../../domain/offline/reserved-range.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

export type RangeRow = ReservedRange & {
  readonly kind: OfflineRange['kind']
  readonly holder: string
  readonly secret: Buffer
  readonly accountId: string | null
  readonly issuedAt: Instant
  readonly returnedAt: Instant | null
  readonly returnedBy: string | null
  readonly returnReason: string | null
  readonly deviceId: string
  readonly handedBy: string | null
}

export const RANGE_COLUMNS = `
  range_id as "rangeId", kind, day, holder, prefix, digits, first, last, secret, account_id as "accountId",
  issued_at as "issuedAt", returned_at as "returnedAt", returned_by as "returnedBy", return_reason as "returnReason",
  device_id as "deviceId", handed_by as "handedBy"`
const LOAD = `select ${RANGE_COLUMNS} from offline_range where region_code = $1 and range_id = $2`

export async function loadRange(
  db: Database,
  regionCode: number,
  rangeId: string,
): Promise<RangeRow | undefined> {
  const [row] = await db.query<RangeRow>(LOAD, [regionCode, rangeId])
  return row
}

/** For its holder alone: with the secret. */
export function rangeView(row: RangeRow): OfflineRange {
  const { rangeId, kind, day, prefix, digits, first, last, secret, issuedAt } = row
  return {
    rangeId,
    kind,
    day,
    prefix,
    digits,
    first,
    last,
    secret: secret.toString('base64url'),
    issuedAt,
  }
}
