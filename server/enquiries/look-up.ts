import type { EnquiryView } from '../../contract/enquiries.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Refusal } from '../http/refusal.ts'
import type { EnquiriesContext } from './enquiries-context.ts'
import { COLUMNS, type EnquiryRow } from './enquiry-row.ts'
import { enquiryView } from './enquiry-view.ts'
import { codeHash, isSameHash } from './query-code.ts'

const FAILURES_ALLOWED = 5
const LOCK_MINUTES = 15
const FIND = `select ${COLUMNS}, query_code_hash as "codeHash", locked_until as "lockedUntil" from enquiry where region_code = $1 and number = $2`
// The row itself counts: two guesses at once are two.
const FAIL = `
  update enquiry set failures = failures + 1, locked_until = case when failures + 1 >= $3 then $4::timestamptz end
   where region_code = $1 and enquiry_id = $2`
const CLEAR = `update enquiry set failures = 0, locked_until = null where region_code = $1 and enquiry_id = $2 and failures > 0`

type Found = EnquiryRow & { codeHash: string; lockedUntil: string | null }

const WRONG: Refusal = {
  code: 'query-code-wrong',
  sentence: '编号或者查询码不对，请照收到的回执重新填写。连续五次不对，将锁定 15 分钟。',
}

/** By number and code; five wrong codes lock the number for a while, and an unknown number answers like a wrong code. */
export async function lookUp(
  { http, reference }: EnquiriesContext,
  number: string,
  code: string,
): Promise<EnquiryView | Refusal> {
  const { db, regionCode, clock } = http
  const [row] = await db.query<Found>(FIND, [regionCode, number.trim().toUpperCase()])
  if (row === undefined) return WRONG
  if (row.lockedUntil !== null && Date.parse(row.lockedUntil) > Date.now())
    return {
      code: 'query-locked',
      sentence: '查询码连续五次不对，这个编号暂时锁定，请 15 分钟后再试，或者拨打 12345。',
      retryAfterSeconds: LOCK_MINUTES * 60,
    }
  if (!isSameHash(row.codeHash, codeHash(row.enquiryId, code.trim()))) {
    const until = new Date(Date.now() + LOCK_MINUTES * 60_000).toISOString()
    await db.query(FAIL, [regionCode, row.enquiryId, FAILURES_ALLOWED, until])
    return WRONG
  }
  await db.query(CLEAR, [regionCode, row.enquiryId])
  return enquiryView(row, reference, localDateOf(clock(regionCode)))
}
