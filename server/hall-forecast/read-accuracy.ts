import type { z } from 'zod'
import type { ForecastAccuracy } from '../../contract/hall-forecast.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

// The real wait is from taking to the first call; who never was called waited for nothing that was told.
const READ = `
  select f.day::text as day, f.queue_id as queue, count(*)::int as tickets,
         avg((extract(epoch from t.first_call_at - t.taken_at) <= f.p50)::int)::float8 as "withinP50",
         avg((extract(epoch from t.first_call_at - t.taken_at) <= f.p90)::int)::float8 as "withinP90",
         (percentile_cont(0.5) within group (order by abs(extract(epoch from t.first_call_at - t.taken_at) - f.p50)) / 60)::float8 as error
    from wait_forecast f
    join ticket t on t.region_code = $1 and t.ticket_id = f.ticket_id
   where f.region_code = $1 and f.day >= $2 and t.first_call_at is not null
   group by f.day, f.queue_id order by f.day desc, f.queue_id`

type Row = {
  readonly day: string
  readonly queue: string
  readonly tickets: number
  readonly withinP50: number
  readonly withinP90: number
  readonly error: number
}

/** What was told against what it was, a row a day and queue, the newest day first. */
export async function readAccuracy(
  db: Database,
  regionCode: number,
  since: LocalDate,
  nameOf: (queue: string) => string,
): Promise<z.output<typeof ForecastAccuracy>[]> {
  const rows = await db.query<Row>(READ, [regionCode, since])
  return rows.map(({ error, queue, ...row }) => ({
    ...row,
    queue,
    queueName: nameOf(queue),
    medianErrorMinutes: Math.round(error * 10) / 10,
  }))
}
