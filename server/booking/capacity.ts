import {
  capacityOn,
  type CapacityOn,
  type CapacitySetting,
} from '../../domain/booking/capacity-on.ts'
import type { BookableQueue } from '../../domain/booking/booking-rules.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

export type CapacityRow = CapacitySetting & { readonly setBy: string; readonly setAt: Instant }

const READ = `
  select s.queue, s.kind, s.weekday, s.day::text as day, s.capacity, s.set_at as "setAt", coalesce(a.name, '') as "setBy" from (
    select queue_id as queue, 'every-day' as kind, null::int as weekday, valid_from as day, capacity, set_by, set_at
      from booking_capacity where region_code = $1 and valid_from <= $2
    union all
    select queue_id, 'weekday', weekday, valid_from, capacity, set_by, set_at
      from booking_capacity_weekday where region_code = $1 and valid_from <= $2
    union all
    select queue_id, 'date', null::int, day, capacity, set_by, set_at
      from booking_capacity_date where region_code = $1 and day between $3 and $2
  ) s left join account a on a.region_code = $1 and a.account_id = s.set_by
  order by s.day desc, s.queue, s.kind, s.weekday`
const SET = {
  'every-day': `
    insert into booking_capacity (region_code, queue_id, valid_from, capacity, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
    on conflict (region_code, queue_id, valid_from) do update set capacity = excluded.capacity, set_by = excluded.set_by, set_at = excluded.set_at`,
  weekday: `
    insert into booking_capacity_weekday (region_code, queue_id, valid_from, capacity, set_by, set_at, weekday) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (region_code, queue_id, weekday, valid_from) do update set capacity = excluded.capacity, set_by = excluded.set_by, set_at = excluded.set_at`,
  date: `
    insert into booking_capacity_date (region_code, queue_id, day, capacity, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
    on conflict (region_code, queue_id, day) do update set capacity = excluded.capacity, set_by = excluded.set_by, set_at = excluded.set_at`,
} as const

export type Capacities = (queue: BookableQueue, day: LocalDate) => CapacityOn

/** What was set for days from `from` to `until`, the newest first; of dates only those between. */
export async function loadCapacitySettings(
  db: Database,
  regionCode: number,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<CapacityRow[]> {
  return await db.query<CapacityRow>(READ, [regionCode, until, from])
}

/** Seats of a half-hour on days between the two; the rules' own where the hall manager has set none. */
export async function loadCapacities(
  db: Database,
  regionCode: number,
  days: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<Capacities> {
  const settings = await loadCapacitySettings(db, regionCode, days)
  return (queue, day) => capacityOn(settings, queue, day)
}

export async function saveCapacity(
  db: Database,
  regionCode: number,
  { queue, kind, weekday, day, capacity }: CapacitySetting,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  const values = [regionCode, queue, day, capacity, by, at]
  await db.query(SET[kind], kind === 'weekday' ? [...values, weekday] : values)
}
