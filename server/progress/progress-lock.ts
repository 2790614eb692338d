import { createHash } from 'node:crypto'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

export const FAILURES_ALLOWED = 5
/** Of an address: a hall has one, and its people mistype. */
export const ADDRESS_FAILURES_ALLOWED = 60
export const LOCK_MINUTES = 30
const LOCK_MS = LOCK_MINUTES * 60_000

const ALLOWED = { number: FAILURES_ALLOWED, address: ADDRESS_FAILURES_ALLOWED } as const

export type LockKey = { readonly kind: 'number' | 'address'; readonly key: string }

/** The end of the longest lock on any of them, whether or not the number exists. */
export async function findProgressLock(
  db: Database,
  regionCode: number,
  keys: readonly LockKey[],
): Promise<Instant | undefined> {
  const rows = await db.query<{ lockedUntil: Instant }>(
    `select max(locked_until) as "lockedUntil" from progress_lock
      where region_code = $1 and key_hash = any ($2::bytea[]) and locked_until > $3`,
    [regionCode, keys.map(hashOf), new Date().toISOString()],
  )
  return rows[0]?.lockedUntil ?? undefined
}

/** Counts a wrong code against each; answers the end of the lock it brings. */
export async function countProgressFailure(
  db: Database,
  regionCode: number,
  keys: readonly LockKey[],
): Promise<Instant | undefined> {
  const now = Date.now()
  const time = (milliseconds: number) => new Date(milliseconds).toISOString()
  await db.query('delete from progress_lock where region_code = $1 and failed_at < $2', [
    regionCode,
    time(now - LOCK_MS),
  ])
  const ends: Instant[] = []
  for (const one of keys) {
    const [row] = await db.query<{ lockedUntil: Instant | null }>(
      `insert into progress_lock as l (region_code, kind, key_hash, failures, failed_at) values ($1, $2, $3, 1, $4)
       on conflict (region_code, kind, key_hash) do update
         set failures = l.failures + 1, failed_at = $4,
             locked_until = case when l.failures + 1 >= $5 then $6::timestamptz end
       returning locked_until as "lockedUntil"`,
      [regionCode, one.kind, hashOf(one), time(now), ALLOWED[one.kind], time(now + LOCK_MS)],
    )
    if (row?.lockedUntil) ends.push(row.lockedUntil)
  }
  return ends.toSorted().at(-1)
}

export async function clearProgressFailures(
  db: Database,
  regionCode: number,
  keys: readonly LockKey[],
): Promise<void> {
  await db.query(
    'delete from progress_lock where region_code = $1 and key_hash = any ($2::bytea[])',
    [regionCode, keys.map(hashOf)],
  )
}

function hashOf({ kind, key }: LockKey): Buffer {
  return createHash('sha256').update(`${kind}:${key}`).digest()
}
