import { createHash, randomInt } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Database } from '../database/connect.ts'
import { codeHash, isSameHash } from '../http/code-hash.ts'
import { type Refusal, refuse } from '../http/refusal.ts'

export type CodePurpose = 'register' | 'reset-password' | 'change-phone' | 'change-email'

export const CODE_MINUTES = 10
/** Seconds between two codes to one target. */
export const CODE_AGAIN = 60
const CODES_A_DAY = 10
const FAILURES_ALLOWED = 5
const DAY_MS = 86_400_000

export type WantedCode = {
  readonly purpose: CodePurpose
  /** What was typed, in one form: the limits go by it whether or not anybody is behind it. */
  readonly typed: string
  /** Where it goes; null: nowhere, and no code will fit. */
  readonly target: string | null
  readonly accountId: string | null
}

type Made = { readonly ok: true; readonly codeId: string; readonly code: string }
type Refused = { readonly ok: false; readonly violation: Refusal }

/** Makes a code for somebody to send. Asked too often: refused alike for whoever exists and whoever does not. */
export async function makeCode(
  db: Database,
  regionCode: number,
  { purpose, typed, target, accountId }: WantedCode,
): Promise<Made | Refused> {
  const now = Date.now()
  const targetHash = createHash('sha256').update(`${purpose}:${typed}`).digest()
  await db.query('delete from one_time_code where region_code = $1 and made_at < $2', [
    regionCode,
    timeOf(now - DAY_MS),
  ])
  const [before] = await db.query<{ count: number; last: string | null }>(
    `select count(*)::int as count, max(made_at) as last from one_time_code
      where region_code = $1 and target_hash = $2`,
    [regionCode, targetHash],
  )
  const since = before?.last ? now - Date.parse(before.last) : Infinity
  if (since < CODE_AGAIN * 1000) return tooSoon(CODE_AGAIN - since / 1000)
  if ((before?.count ?? 0) >= CODES_A_DAY)
    return refuse(
      'too-many-attempts',
      '今天索取验证码的次数过多，请明天再试，或者到综合窗口办理。',
      {
        retryAfterSeconds: 3_600,
      },
    )
  const codeId = uuidv7()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await db.query(
    `insert into one_time_code (region_code, code_id, purpose, target_hash, target, account_id, code_hash, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      regionCode,
      codeId,
      purpose,
      targetHash,
      target,
      accountId,
      codeHash(codeId, code),
      timeOf(now),
      timeOf(now + CODE_MINUTES * 60_000),
    ],
  )
  return { ok: true, codeId, code }
}

function tooSoon(seconds: number) {
  const wait = Math.ceil(seconds)
  return refuse('too-many-attempts', `验证码刚刚发出，请 ${wait} 秒后再索取。`, {
    retryAfterSeconds: wait,
  })
}

export type ProvenTarget = { readonly target: string; readonly accountId: string | null }

type Row = {
  target: string | null
  account_id: string | null
  code_hash: Buffer
}

const EXPIRED = refuse('one-time-code-expired', '验证码已经失效，请重新索取。')

const WRONG = refuse(
  'one-time-code-wrong',
  '验证码不正确，请核对后重新填写；连续 5 次不正确须重新索取。',
)

/** What the code proves; the code stays good until `spendCode`. A wrong one counts, unknown ids answer alike. */
export async function proveCode(
  db: Database,
  regionCode: number,
  purpose: CodePurpose,
  { codeId, code }: { readonly codeId: string; readonly code: string },
): Promise<({ readonly ok: true } & ProvenTarget) | Refused> {
  // Counted before it is looked at: guesses that come at once are no more than the limit.
  const [row] = await db.query<Row>(TAKE, [
    regionCode,
    codeId,
    purpose,
    FAILURES_ALLOWED,
    timeOf(Date.now()),
  ])
  const fits = isSameHash(row?.code_hash ?? Buffer.alloc(32), codeHash(codeId, code))
  if (!row) return (await isKnown(db, regionCode, purpose, codeId)) ? EXPIRED : WRONG
  if (!fits || row.target === null) return WRONG
  await db.query(GIVE_BACK, [regionCode, codeId])
  return { ok: true, target: row.target, accountId: row.account_id }
}

const TAKE = `
  update one_time_code set failures = failures + 1
   where region_code = $1 and code_id = $2 and purpose = $3 and used_at is null and failures < $4 and expires_at >= $5
  returning target, account_id, code_hash`
/** What proved right was no failure. */
const GIVE_BACK = `
  update one_time_code set failures = failures - 1 where region_code = $1 and code_id = $2 and failures > 0`
const KNOWN = `
  select 1 as one from one_time_code where region_code = $1 and code_id = $2 and purpose = $3`

async function isKnown(
  db: Database,
  regionCode: number,
  purpose: CodePurpose,
  codeId: string,
): Promise<boolean> {
  return (await db.query(KNOWN, [regionCode, codeId, purpose])).length > 0
}

/** A right code that was used for asking around counts as a wrong one. */
export async function countCodeFailure(
  db: Database,
  regionCode: number,
  codeId: string,
): Promise<void> {
  await db.query(
    'update one_time_code set failures = failures + 1 where region_code = $1 and code_id = $2',
    [regionCode, codeId],
  )
}

/** False: somebody spent it in the meantime. */
export async function spendCode(
  db: Database,
  regionCode: number,
  codeId: string,
): Promise<boolean> {
  const rows = await db.query(
    `update one_time_code set used_at = $3
      where region_code = $1 and code_id = $2 and used_at is null returning code_id`,
    [regionCode, codeId, timeOf(Date.now())],
  )
  return rows.length > 0
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
