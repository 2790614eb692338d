import { createHash } from 'node:crypto'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { refuse } from '../http/refusal.ts'

/** Wrong codes on one draft, or by one account; from one address, behind which a whole hall may sit. */
const MOST = { code: 5, account: 5, address: 50 } as const
const LOCKED_MS = 15 * 60_000

const READ = `
  select max(locked_until) as "until" from draft_code_lock
   where region_code = $1 and key_hash = any($2::bytea[]) and locked_until > $3`
const FAIL = `
  insert into draft_code_lock as l (region_code, key_hash, failures, failed_at, locked_until)
  values ($1, $2, 1, $3::timestamptz, null)
  on conflict (region_code, key_hash) do update set
    failures = case when l.failed_at < $4::timestamptz or l.locked_until <= $3::timestamptz then 1 else l.failures + 1 end,
    locked_until = case when l.failed_at >= $4::timestamptz and (l.locked_until is null or l.locked_until > $3::timestamptz)
      and l.failures + 1 >= $5::int then $6::timestamptz else null end,
    failed_at = $3::timestamptz`
const FORGET = `delete from draft_code_lock where region_code = $1 and key_hash = any($2::bytea[])`

/** What wrong codes are counted on. */
export type CodeKey = { readonly kind: keyof typeof MOST; readonly value: string }

export async function refuseLocked(
  db: Database,
  regionCode: number,
  keys: readonly CodeKey[],
  now: Instant,
) {
  const [row] = await db.query<{ until: Instant | null }>(READ, [regionCode, keys.map(hashOf), now])
  const until = row?.until ?? null
  if (until === null) return null
  const seconds = Math.ceil((Date.parse(until) - Date.parse(now)) / 1000)
  return refuse(
    'code-locked',
    `取件码连续输错，已锁定，请 ${Math.ceil(seconds / 60)} 分钟后再试；也可以登录原来的账号，或者请窗口协助。`,
    { retryAfterSeconds: seconds },
  )
}

/** One more wrong code: the fifth within a quarter of an hour locks for as long. */
export async function countFailure(
  db: Database,
  regionCode: number,
  keys: readonly CodeKey[],
  now: Instant,
): Promise<void> {
  const at = Date.parse(now)
  const since = new Date(at - LOCKED_MS).toISOString()
  const until = new Date(at + LOCKED_MS).toISOString()
  for (const key of keys)
    await db.query(FAIL, [regionCode, hashOf(key), now, since, MOST[key.kind], until])
}

export async function forgetFailures(
  db: Database,
  regionCode: number,
  keys: readonly CodeKey[],
): Promise<void> {
  await db.query(FORGET, [regionCode, keys.map(hashOf)])
}

function hashOf({ kind, value }: CodeKey): Buffer {
  return createHash('sha256').update(`${kind}:${value}`).digest()
}
