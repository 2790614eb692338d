import type { QueueCode } from '../../domain/queue/ticket.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { addDays } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'

/** Days back and services of each queue: enough to be steady, fresh enough to follow a new form or a new clerk. */
const DAYS = 30
const MOST = 200
const KEPT_MS = 60_000

const READ = `
  select queue, seconds from (
    select queue, extract(epoch from finished_at - started_at)::int as seconds,
           row_number() over (partition by queue order by finished_at desc) as place
      from ticket
     where region_code = $1 and day >= $2 and status = 'finished' and started_at is not null and finished_at > started_at) as recent
   where place <= $3`

export type ServiceLengths = Readonly<Partial<Record<QueueCode, readonly number[]>>>

/** Seconds of the recent services of each queue, read again once a minute. */
export function createServiceLengths(db: Database) {
  const kept = new Map<number, { readonly lengths: ServiceLengths; readonly until: number }>()
  return async (regionCode: number, today: LocalDate): Promise<ServiceLengths> => {
    const known = kept.get(regionCode)
    if (known !== undefined && performance.now() < known.until) return known.lengths
    const values = [regionCode, addDays(today, -DAYS), MOST]
    const rows = await db.query<{ queue: QueueCode; seconds: number }>(READ, values)
    const lengths: Partial<Record<QueueCode, number[]>> = {}
    for (const { queue, seconds } of rows) (lengths[queue] ??= []).push(seconds)
    kept.set(regionCode, { lengths, until: performance.now() + KEPT_MS })
    return lengths
  }
}
