import type { TrailHead } from '../../domain/trail/merkle.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf, nextDay, startOfDay } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'

const HEADS = `select distinct on (application_id) application_id as "applicationId", seq, encode(hash, 'hex') as head
  from application_event
  where region_code = $1 and recorded_at >= $2 and recorded_at < $3
  order by application_id, seq desc`

const FIRST_SINCE = `select recorded_at as at from application_event
  where region_code = $1 and recorded_at >= $2 order by recorded_at limit 1`

/**
 * Where the chains stood at the end of a China day: for every application with an event recorded in
 * [00:00, 24:00) of that day, the one with the highest number among them. `recorded_at` decides, not `occurred_at`:
 * what the law did at 00:00 may be written down later, and a root never changes afterwards.
 */
export function headsOfDay(db: Database, regionCode: number, day: LocalDate): Promise<TrailHead[]> {
  return db.query<TrailHead>(HEADS, [regionCode, startOfDay(day), startOfDay(nextDay(day))])
}

/** The China days since `from` on which something was recorded, found one by one through the index. */
export async function* daysWithEvents(
  db: Database,
  regionCode: number,
  from: LocalDate,
): AsyncGenerator<LocalDate> {
  for (let since: Instant = startOfDay(from); ;) {
    const [first] = await db.query<{ at: Instant }>(FIRST_SINCE, [regionCode, since])
    if (first === undefined) return
    const day = localDateOf(first.at)
    yield day
    since = startOfDay(nextDay(day))
  }
}
