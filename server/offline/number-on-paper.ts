import { createHmac } from 'node:crypto'
import type { ReservedNumber } from '../../contract/offline.ts'
import { serialIn } from '../../domain/offline/reserved-range.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { isSameHash } from '../http/code-hash.ts'
import type { Refused } from './offline-context.ts'
import { loadRange, type RangeRow } from './range-row.ts'

const CLAIM = 'select claim_offline_number($1, $2, $3, $4, $5, $6) as "entryId"'

/** The number on a paper: the range it came from, or why it cannot stay. The entry itself is received all the same. */
export type NumberOnPaper =
  | { readonly range: RangeRow; readonly fault: null }
  | { readonly range: null; readonly fault: Refused }

const FAULT = {
  'offline-number-missing': '断网时预留编号已经用完，凭证上没有编号。',
  'offline-number-unknown': '凭证上的编号不在预留的号段内。',
  'offline-proof-wrong': '凭证上的编号不是这台设备预留的。',
  'offline-range-returned': '凭证上的编号所在号段已经交回作废。',
  'offline-number-taken':
    '凭证上的编号已由另一份离线记录使用，可能有两台设备用了同一号段，请报告管理员。',
} as const
type FaultCode = keyof typeof FAULT

export function faultOf(code: FaultCode): Refused {
  return { code, sentence: FAULT[code] }
}

const lacks = (code: FaultCode): NumberOnPaper => ({ range: null, fault: faultOf(code) })

/** Whether the number is one of a range that the sender holds. */
export async function numberOnPaper(
  db: Database,
  regionCode: number,
  kind: RangeRow['kind'],
  entry: { readonly entryId: string; readonly takenAt: string; readonly reserved: ReservedNumber },
): Promise<NumberOnPaper> {
  const { entryId, takenAt, reserved } = entry
  if (reserved === null) return lacks('offline-number-missing')
  const range = await loadRange(db, regionCode, reserved.rangeId)
  if (range?.kind !== kind || serialIn(range, reserved.number) === undefined)
    return lacks('offline-number-unknown')
  const proof = createHmac('sha256', range.secret)
    .update(`${entryId}|${reserved.number}|${takenAt}`)
    .digest('hex')
  if (!isSameHash(proof, reserved.proof)) return lacks('offline-proof-wrong')
  return range.returnedAt === null ? { range, fault: null } : lacks('offline-range-returned')
}

/** Null: the number is this entry's, now and whenever it asks again. */
export async function claimNumber(
  db: Database,
  regionCode: number,
  range: RangeRow,
  number: string,
  entryId: string,
  at: Instant,
): Promise<Refused | null> {
  const values = [regionCode, range.day, number, range.rangeId, entryId, at]
  const [claimed] = await db.query<{ entryId: string }>(CLAIM, values)
  return claimed?.entryId === entryId ? null : faultOf('offline-number-taken')
}
