import type { EnquiryView } from '../../contract/enquiries.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { codeHash, isSameHash } from '../http/code-hash.ts'
import { createCodeLock } from '../http/code-lock.ts'
import type { Refusal } from '../http/refusal.ts'
import type { EnquiriesContext } from './enquiries-context.ts'
import { COLUMNS, type EnquiryRow } from './enquiry-row.ts'
import { enquiryView } from './enquiry-view.ts'

const LOCK_MINUTES = 15
const LOCK = createCodeLock({ purpose: 'enquiry', minutes: LOCK_MINUTES, most: { number: 5 } })
const FIND = `select ${COLUMNS}, query_code_hash as "codeHash" from enquiry where region_code = $1 and number = $2`

type Found = EnquiryRow & { codeHash: string }

const WRONG: Refusal = {
  code: 'query-code-wrong',
  sentence: '编号或者查询码不对，请照收到的回执重新填写。连续五次不对，将锁定 15 分钟。',
}

/** By number and code; five wrong codes lock the number for a while, also one that nobody has. */
export async function lookUp(
  { http, reference }: EnquiriesContext,
  typed: string,
  code: string,
): Promise<EnquiryView | Refusal> {
  const { db, regionCode, clock } = http
  const number = typed.trim().toUpperCase()
  const keys = [{ kind: 'number', value: number }] as const
  const now = new Date().toISOString() as Instant
  const [guess, [row]] = await Promise.all([
    LOCK.take(db, regionCode, keys, now),
    db.query<Found>(FIND, [regionCode, number]),
  ])
  if (!guess.allowed)
    return {
      code: 'query-locked',
      sentence: '查询码连续五次不对，这个编号暂时锁定，请 15 分钟后再试，或者拨打 12345。',
      retryAfterSeconds: LOCK_MINUTES * 60,
    }
  const hash = codeHash(row?.enquiryId ?? '', code.trim()).toString('hex')
  if (row === undefined || !isSameHash(row.codeHash, hash)) return WRONG
  await LOCK.forget(db, regionCode, keys)
  return enquiryView(row, reference, localDateOf(clock(regionCode)))
}
