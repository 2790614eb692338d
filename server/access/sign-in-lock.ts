import { createHash } from 'node:crypto'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

export const FAILURES_ALLOWED = 5
export const LOCK_MINUTES = 15
const LOCK_MS = LOCK_MINUTES * 60_000

/** The same name however it is typed. */
export function usernameOf(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase()
}

const hashOf = (username: string) => createHash('sha256').update(username).digest()

/** The end of a lock on this name, known or not, or nothing. */
export async function findLock(
  db: Database,
  regionCode: number,
  username: string,
): Promise<Instant | undefined> {
  const [row] = await db.query<{ locked_until: Instant }>(
    `select locked_until from sign_in_lock
      where region_code = $1 and name_hash = $2 and locked_until > $3`,
    [regionCode, hashOf(username), new Date().toISOString()],
  )
  return row?.locked_until
}

/** Counts a failure, whether or not anybody has that name; answers the end of the lock it brings. */
export async function countFailure(
  db: Database,
  regionCode: number,
  username: string,
): Promise<Instant | undefined> {
  const now = Date.now()
  const time = (milliseconds: number) => new Date(milliseconds).toISOString()
  await db.query('delete from sign_in_lock where region_code = $1 and failed_at < $2', [
    regionCode,
    time(now - LOCK_MS),
  ])
  const [row] = await db.query<{ locked_until: Instant | null }>(
    `insert into sign_in_lock as l (region_code, name_hash, failures, failed_at) values ($1, $2, 1, $3)
     on conflict (region_code, name_hash) do update
       set failures = l.failures + 1, failed_at = $3,
           locked_until = case when l.failures + 1 >= $4 then $5::timestamptz end
     returning locked_until`,
    [regionCode, hashOf(username), time(now), FAILURES_ALLOWED, time(now + LOCK_MS)],
  )
  return row?.locked_until ?? undefined
}

export async function clearFailures(
  db: Database,
  regionCode: number,
  username: string,
): Promise<void> {
  await db.query('delete from sign_in_lock where region_code = $1 and name_hash = $2', [
    regionCode,
    hashOf(username),
  ])
}
