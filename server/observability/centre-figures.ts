import type { Database } from '../database/connect.ts'

// Walks the index of what is open, and nobody counts the millions that are done.
const OPEN = `
  select stage, count(*)::int as open,
         count(*) filter (where coalesce(due_on, 'infinity'::date) < $2::date)::int as overdue
    from application where region_code = $1 and stage <> 'closed' group by stage`

const REACTIONS = `
  select kind, count(*)::int as waiting, count(*) filter (where last_error is not null)::int as failing,
         min(reaction_id::text) as oldest
    from reaction where region_code = $1 and done_at is null group by kind`

const HELD = `
  select min(recorded_at) as since from application_event
   where region_code = $1 and xact >= pg_snapshot_xmin(pg_current_snapshot())`

const NEWEST_ROOT = 'select max(day)::text as day from daily_root where region_code = $1'

const FIRST_WITHOUT_ROOT = `
  select min(recorded_at) as since from application_event
   where region_code = $1 and recorded_at >= $2::timestamptz and recorded_at < $3::timestamptz`

export type CentreFigures = {
  readonly stages: readonly { readonly stage: string; open: number; overdue: number }[]
  readonly reactions: readonly {
    readonly kind: string
    readonly waiting: number
    readonly failing: number
    /** Seconds since the oldest was written. */
    readonly oldestAge: number
  }[]
  /** Seconds for which the feed has held back the oldest committed event. */
  readonly feedLag: number
  /** Days that are over, have events and have no published root; counted from the first of them. */
  readonly rootsUnpublished: number
}

const DAY_MS = 86_400_000
const CHINA_MS = 8 * 3_600_000

/** What the database knows of the centre's work, from indexes alone. */
export async function readCentreFigures(
  db: Database,
  regionCode: number,
  now: number,
): Promise<CentreFigures> {
  const today = new Date(now + CHINA_MS).toISOString().slice(0, 10)
  const [stages, reactions, [held], rootsUnpublished] = await Promise.all([
    db.query<CentreFigures['stages'][number]>(OPEN, [regionCode, today]),
    db.query<{ kind: string; waiting: number; failing: number; oldest: string }>(REACTIONS, [
      regionCode,
    ]),
    db.query<{ since: string | null }>(HELD, [regionCode]),
    countUnpublished(db, regionCode, today),
  ])
  return {
    stages,
    reactions: reactions.map(({ oldest, ...rest }) => ({
      ...rest,
      oldestAge: secondsSince(timeOfId(oldest), now),
    })),
    feedLag: held?.since ? secondsSince(Date.parse(held.since), now) : 0,
    rootsUnpublished,
  }
}

async function countUnpublished(db: Database, regionCode: number, today: string): Promise<number> {
  const [newest] = await db.query<{ day: string | null }>(NEWEST_ROOT, [regionCode])
  const from = newest?.day ? startOf(newest.day) + DAY_MS : 0
  const until = startOf(today)
  const [first] = await db.query<{ since: string | null }>(FIRST_WITHOUT_ROOT, [
    regionCode,
    new Date(from).toISOString(),
    new Date(until).toISOString(),
  ])
  return first?.since ? Math.ceil((until - Date.parse(first.since)) / DAY_MS) : 0
}

/** Milliseconds of a day's beginning in China. */
function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - CHINA_MS
}

/** A version 7 id begins with its milliseconds. */
function timeOfId(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
}

function secondsSince(then: number, now: number): number {
  return Math.max(0, (now - then) / 1000)
}
