import { createHash } from 'node:crypto'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

// One row at a time: of guesses that come at once each takes a number of its own, before any of them is looked at. A lock that
// runs is not made longer by those who knock at it.
const TAKE = `
  insert into code_lock as l (region_code, key_hash, failures, failed_at, locked_until)
  values ($1, $2, 1, $3::timestamptz, null)
  on conflict (region_code, key_hash) do update set
    failures = case when l.locked_until <= $3::timestamptz or l.failed_at < $4::timestamptz then 1 else l.failures + 1 end,
    locked_until = case when l.locked_until > $3::timestamptz then l.locked_until
      when l.locked_until is null and l.failed_at >= $4::timestamptz and l.failures + 1 >= $5::int then $6::timestamptz end,
    failed_at = case when l.locked_until > $3::timestamptz then l.failed_at else $3::timestamptz end
  returning failures, locked_until as "until"`
const GIVE_BACK = `
  update code_lock set failures = failures - 1, locked_until = case when failures - 1 >= $3::int then locked_until end
   where region_code = $1 and key_hash = $2 and failures > 1 returning failures`
const CLEAR_LAST = 'delete from code_lock where region_code = $1 and key_hash = $2 and failures = 1'
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

/** One guess, counted as wrong before it is looked at. */
export type Guess = {
  /** False: locked before this guess came; it is not to be looked at. */
  readonly allowed: boolean
  /** The end of the lock that is, or that a wrong guess brings. */
  readonly until: Instant | undefined
}

export type CodeLock<Kind extends string> = {
  /** Counts the guess on each key, so that guesses at once are no more than the limit. */
  take(
    db: Database,
    regionCode: number,
    keys: readonly CodeKey<Kind>[],
    now: Instant,
  ): Promise<Guess>
  /** The guess was right: it does not count. What was counted before it stays. */
  giveBack(db: Database, regionCode: number, keys: readonly CodeKey<Kind>[]): Promise<void>
  /** A right code: what was counted on these is forgotten. */
  forget(db: Database, regionCode: number, keys: readonly CodeKey<Kind>[]): Promise<void>
}

/** Locks whoever guesses a short code. Two guesses at once are two, and neither is looked at beyond the limit. */
export function createCodeLock<Kind extends string>({
  purpose,
  minutes,
  most,
}: CodeLockSetting<Kind>): CodeLock<Kind> {
  const hashOf = ({ kind, value }: CodeKey<Kind>) =>
    createHash('sha256').update(`${purpose}:${kind}:${value}`).digest()
  async function giveBack(
    db: Database,
    regionCode: number,
    keys: readonly CodeKey<Kind>[],
  ): Promise<void> {
    for (const key of keys) {
      const place = [regionCode, hashOf(key)]
      const left = await db.query(GIVE_BACK, [...place, most[key.kind]])
      if (left.length === 0) await db.query(CLEAR_LAST, place)
    }
  }

  return {
    take: async (db, regionCode, keys, now) => {
      const at = Date.parse(now)
      const since = new Date(at - minutes * 60_000).toISOString()
      const until = new Date(at + minutes * 60_000).toISOString()
      const ends: Instant[] = []
      for (const [index, key] of keys.entries()) {
        const values = [regionCode, hashOf(key), now, since, most[key.kind], until]
        const [row] = await db.query<{ failures: number; until: Instant | null }>(TAKE, values)
        if (row !== undefined && row.failures > most[key.kind]) {
          // Not looked at, it is no guess at what the keys before stand for.
          await giveBack(db, regionCode, keys.slice(0, index))
          return { allowed: false, until: row.until ?? undefined }
        }
        if (row?.until) ends.push(row.until)
      }
      return { allowed: true, until: ends.toSorted().at(-1) }
    },
    giveBack,
    forget: async (db, regionCode, keys) => {
      await db.query(FORGET, [regionCode, keys.map(hashOf)])
    },
  }
}
