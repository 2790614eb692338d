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

// A lock that runs is not made longer by those who knock at it.
const TAKE = `
  insert into sign_in_lock as l (region_code, name_hash, failures, failed_at) values ($1, $2, 1, $3::timestamptz)
  on conflict (region_code, name_hash) do update set
    failures = case when l.locked_until <= $3::timestamptz then 1 else l.failures + 1 end,
    locked_until = case when l.locked_until > $3::timestamptz then l.locked_until
      when l.locked_until is null and l.failures + 1 >= $4::int then $5::timestamptz end,
    failed_at = case when l.locked_until > $3::timestamptz then l.failed_at else $3::timestamptz end
  returning failures, locked_until`

/** One attempt, counted as a failure before its password is looked at. */
export type SignInAttempt = {
  /** False: the name was locked before; the password is not to be looked at. */
  readonly allowed: boolean
  /** The end of the lock that is, or that a wrong password brings. */
  readonly until: Instant | undefined
}

/** Counts an attempt, whether or not anybody has that name: attempts at once, also at several servers, are no more than the limit. */
export async function takeAttempt(
  db: Database,
  regionCode: number,
  username: string,
): Promise<SignInAttempt> {
  const now = Date.now()
  const time = (milliseconds: number) => new Date(milliseconds).toISOString()
  await db.query('delete from sign_in_lock where region_code = $1 and failed_at < $2', [
    regionCode,
    time(now - LOCK_MS),
  ])
  const [row] = await db.query<{ failures: number; locked_until: Instant | null }>(TAKE, [
    regionCode,
    hashOf(username),
    time(now),
    FAILURES_ALLOWED,
    time(now + LOCK_MS),
  ])
  return {
    allowed: (row?.failures ?? 0) <= FAILURES_ALLOWED,
    until: row?.locked_until ?? undefined,
  }
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
