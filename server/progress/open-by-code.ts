import type { Instant } from '../../domain/shared/ids.ts'
import { localMinuteOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'
import { isSameHash } from '../http/code-hash.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import { FAILURES_ALLOWED, LOCK_MINUTES, type ProgressKey, progressLock } from './progress-lock.ts'

/** Whose guess it is: number and code as typed, and the address that they come from. */
export type CodeGuess = { readonly number: string; readonly code: string; readonly address: string }
export type OpenedByCode =
  | { readonly ok: true; readonly applicationId: string }
  | { readonly ok: false; readonly violation: AnyViolation }

const NOWHERE = '00000000-0000-0000-0000-000000000000'
const NO_HASH = '0'.repeat(64)

/** The application of a number and its query code. A number that nobody has is answered, timed and locked like any other. */
export async function openByCode(
  db: Database,
  regionCode: number,
  guess: CodeGuess,
  { hashOf }: { readonly hashOf: (applicationId: string, code: string) => string },
): Promise<OpenedByCode> {
  const number = numberOf(guess.number)
  const now = new Date().toISOString() as Instant
  const keys: readonly ProgressKey[] = [
    { kind: 'number', value: number },
    { kind: 'address', value: guess.address },
  ]
  const [tried, application] = await Promise.all([
    progressLock.take(db, regionCode, keys, now),
    findByNumber(db, regionCode, number),
  ])
  if (!tried.allowed) return locked(tried.until ?? now)
  const code = guess.code.replaceAll(/\D/g, '')
  const typed = hashOf(application?.applicationId ?? NOWHERE, code)
  const fits = isSameHash(application?.hash ?? NO_HASH, typed)
  if (!application || !fits) return tried.until === undefined ? NOT_FOUND : locked(tried.until)
  // The address keeps its count: a right number of one's own is no way to go on guessing others'.
  await progressLock.giveBack(db, regionCode, keys.slice(1))
  await progressLock.forget(db, regionCode, keys.slice(0, 1))
  return { ok: true, applicationId: application.applicationId }
}

export const NOT_FOUND = refuse(
  'progress-not-found',
  `办件编号与查询密码不符，请对照收件凭证核对。连续 ${FAILURES_ALLOWED} 次不符将锁定 ${LOCK_MINUTES} 分钟。`,
)

function locked(until: Instant) {
  const endOfMinute = new Date(Date.parse(until) + 59_999).toISOString() as Instant
  const [day = '', minute = ''] = localMinuteOf(endOfMinute).split('T')
  return refuse(
    'progress-locked',
    `连续 ${FAILURES_ALLOWED} 次不符，已锁定至 ${day} ${minute}。请届时再试，登录“我的办件”查看，或者持证件到综合窗口查询。`,
    { retryAfterSeconds: (Date.parse(until) - Date.now()) / 1000 },
  )
}

/** 513200-20260302-000001, with or without its hyphens, in any width. */
function numberOf(typed: string): string {
  const digits = typed.normalize('NFKC').replaceAll(/\D/g, '')
  return digits.length === 20
    ? `${digits.slice(0, 6)}-${digits.slice(6, 14)}-${digits.slice(14)}`
    : typed.slice(0, 40)
}

async function findByNumber(
  db: Database,
  regionCode: number,
  number: string,
): Promise<{ readonly applicationId: string; readonly hash: string } | undefined> {
  const [row] = await db.query<{ applicationId: string; hash: string }>(
    `select application_id as "applicationId", query_code_hash as hash from application
      where region_code = $1 and number = $2`,
    [regionCode, number],
  )
  return row
}
