import { createHash } from 'node:crypto'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

const READ = `
  select max(locked_until) as "until" from code_lock
   where region_code = $1 and key_hash = any($2::bytea[]) and locked_until > $3`
const FAIL = `
  insert into code_lock as l (region_code, key_hash, failures, failed_at, locked_until)
  values ($1, $2, 1, $3::timestamptz, null)
  on conflict (region_code, key_hash) do update set
    failures = case when l.failed_at < $4::timestamptz or l.locked_until <= $3::timestamptz then 1 else l.failures + 1 end,
    locked_until = case when l.failed_at >= $4::timestamptz and (l.locked_until is null or l.locked_until > $3::timestamptz)
      and l.failures + 1 >= $5::int then $6::timestamptz else null end,
    failed_at = $3::timestamptz
  returning locked_until as "until"`
const FORGET = 'delete from code_lock where region_code = $1 and key_hash = any($2::bytea[])'

export type CodeLockSetting<Kind extends string> = {
  /** Whose codes: wrong ones of another purpose do not count. */
  readonly purpose: string
  /** Minutes that a lock lasts; a wrong code older than that counts no more. */
  readonly minutes: number
  /** The wrong code that locks, by what wrong ones are counted on. */
  readonly most: Readonly<Record<Kind, number>>
}

/** What a wrong code is counted on: a number, an account, an address, whether or not there is such a one. */
export type CodeKey<Kind extends string> = { readonly kind: Kind; readonly value: string }

export type CodeLock<Kind extends string> = {
  /** The end of the longest lock on any of the keys. */
  find(
    db: Database,
    regionCode: number,
    keys: readonly CodeKey<Kind>[],
    now: Instant,
  ): Promise<Instant | undefined>
  /** One more wrong code on each; answers the end of the lock that it brings. */
  count(
    db: Database,
    regionCode: number,
    keys: readonly CodeKey<Kind>[],
    now: Instant,
  ): Promise<Instant | undefined>
  /** A right code: what was counted on these is forgotten. */
  forget(db: Database, regionCode: number, keys: readonly CodeKey<Kind>[]): Promise<void>
}

/** Locks whoever guesses a short code. Two guesses at once are two. */
export function createCodeLock<Kind extends string>({
  purpose,
  minutes,
  most,
}: CodeLockSetting<Kind>): CodeLock<Kind> {
  const hashOf = ({ kind, value }: CodeKey<Kind>) =>
    createHash('sha256').update(`${purpose}:${kind}:${value}`).digest()
  return {
    find: async (db, regionCode, keys, now) => {
      type Row = { until: Instant | null }
      const [row] = await db.query<Row>(READ, [regionCode, keys.map(hashOf), now])
      return row?.until ?? undefined
    },
    count: async (db, regionCode, keys, now) => {
      const at = Date.parse(now)
      const since = new Date(at - minutes * 60_000).toISOString()
      const until = new Date(at + minutes * 60_000).toISOString()
      const ends: Instant[] = []
      for (const key of keys) {
        const values = [regionCode, hashOf(key), now, since, most[key.kind], until]
        const [row] = await db.query<{ until: Instant | null }>(FAIL, values)
        if (row?.until) ends.push(row.until)
      }
      return ends.toSorted().at(-1)
    },
    forget: async (db, regionCode, keys) => {
      await db.query(FORGET, [regionCode, keys.map(hashOf)])
    },
  }
}
