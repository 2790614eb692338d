import { merkleRoot } from '../../domain/trail/merkle.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf, nextDay } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'
import { sm3Hex } from '../event-log/chain.ts'
import { daysWithEvents, headsOfDay } from './daily-heads.ts'
import { storedHeads } from './published-root.ts'
import { signRoot, type TrailKey } from './trail-key.ts'

/**
 * A command writes its moment before it commits; one that waits out a lost database still commits within this
 * many minutes of midnight. The root is closed only after that, so no event of the day can come too late.
 */
export const SETTLING_MINUTES = 10

const NEWEST = 'select max(day) as day from daily_root where region_code = $1'

// Another server may have closed the day meanwhile: the first root stands.
const INSERT = `insert into daily_root (region_code, day, root, applications, heads, signature, certificate, signed_at)
  values ($1, $2, decode($3, 'hex'), $4, $5, $6, $7, $8)
  on conflict (region_code, day) do nothing returning day`

/**
 * Signs and keeps the root of every day that has ended (China time), has events and has no root yet, the oldest
 * first; answers the days closed by this call. Repeatable, and safe with several servers.
 */
export async function publishDueRoots(
  db: Database,
  regionCode: number,
  key: TrailKey,
  now: Instant,
): Promise<LocalDate[]> {
  const [newest] = await db.query<{ day: LocalDate | null }>(NEWEST, [regionCode])
  const from = newest?.day ? nextDay(newest.day) : ('1970-01-01' as LocalDate)
  const published: LocalDate[] = []
  for await (const day of daysWithEvents(db, regionCode, from)) {
    if (!isSettled(day, now)) break
    if (await publishRoot(db, regionCode, key, day, now)) published.push(day)
  }
  return published
}

/** True when the day is over and whatever was still under way at its end has settled. */
export function isSettled(day: LocalDate, now: Instant): boolean {
  const minutesAgo = Date.parse(now) - SETTLING_MINUTES * 60_000
  return localDateOf(new Date(minutesAgo).toISOString() as Instant) > day
}

async function publishRoot(
  db: Database,
  regionCode: number,
  key: TrailKey,
  day: LocalDate,
  now: Instant,
): Promise<boolean> {
  const heads = await headsOfDay(db, regionCode, day)
  const root = merkleRoot(sm3Hex, heads)
  const applications = heads.length
  const signature = signRoot(key, { regionCode, day, applications, root })
  const inserted = await db.query(INSERT, [
    regionCode,
    day,
    root,
    applications,
    JSON.stringify(storedHeads(heads)),
    signature,
    key.publicKey,
    now,
  ])
  return inserted.length === 1
}
