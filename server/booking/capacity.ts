import { type BookableQueue, bookingRulesOn } from '../../domain/booking/booking-rules.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

type CapacityRow = {
  readonly queue: BookableQueue
  readonly capacity: number
  readonly validFrom: LocalDate
}

// The newest row of each queue that holds on the last day, and what was set for days before it.
const READ = `
  select queue_id as queue, capacity, valid_from::text as "validFrom" from booking_capacity
   where region_code = $1 and valid_from <= $2 order by valid_from desc`
const SET = `
  insert into booking_capacity (region_code, queue_id, valid_from, capacity, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (region_code, queue_id, valid_from) do update set capacity = excluded.capacity, set_by = excluded.set_by, set_at = excluded.set_at`

export type Capacities = (
  queue: BookableQueue,
  day: LocalDate,
) => { readonly capacity: number; readonly setFrom: LocalDate | null }

/** Seats of a half-hour, for days up to the last one asked for; the rules' own where the hall manager has set none. */
export async function loadCapacities(
  db: Database,
  regionCode: number,
  until: LocalDate,
): Promise<Capacities> {
  const rows = await db.query<CapacityRow>(READ, [regionCode, until])
  return (queue, day) => {
    const set = rows.find((row) => row.queue === queue && row.validFrom <= day)
    return set === undefined
      ? { capacity: bookingRulesOn(day).capacity[queue], setFrom: null }
      : { capacity: set.capacity, setFrom: set.validFrom }
  }
}

export async function saveCapacity(
  db: Database,
  regionCode: number,
  set: {
    readonly queue: BookableQueue
    readonly validFrom: string
    readonly capacity: number
    readonly by: string
    readonly at: string
  },
): Promise<void> {
  await db.query(SET, [regionCode, set.queue, set.validFrom, set.capacity, set.by, set.at])
}
