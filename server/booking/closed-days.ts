import { closedBecause } from '../../domain/booking/slots.ts'
import type { WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

const READ = `
  select day::text as day, reason from booking_closed_day
   where region_code = $1 and day >= $2 and reopened_at is null`
const CLOSE = `
  insert into booking_closed_day (region_code, day, reason, closed_by, closed_at) values ($1, $2, $3, $4, $5)
  on conflict (region_code, day) do update
     set reason = excluded.reason, closed_by = excluded.closed_by, closed_at = excluded.closed_at, reopened_at = null`
const REOPEN = `update booking_closed_day set reopened_at = $3 where region_code = $1 and day = $2 and reopened_at is null`

/** Days from that one on which the hall manager closed, with the reason as it is told. */
export type ClosedDays = ReadonlyMap<LocalDate, string>

export async function loadClosedDays(
  db: Database,
  regionCode: number,
  from: LocalDate,
): Promise<ClosedDays> {
  const rows = await db.query<{ day: LocalDate; reason: string }>(READ, [regionCode, from])
  return new Map(rows.map(({ day, reason }) => [day, reason]))
}

export async function saveClosing(
  db: Database,
  regionCode: number,
  { day, closed, reason }: { day: LocalDate; closed: boolean; reason: string },
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  if (closed) await db.query(CLOSE, [regionCode, day, reason, by, at])
  else await db.query(REOPEN, [regionCode, day, at])
}

/** 国庆节, 周末, or the hall manager's words; null: appointments are taken. The calendar comes first. */
export function whyClosed(
  day: LocalDate,
  calendar: WorkingCalendar,
  closed: ClosedDays,
): string | null {
  return closedBecause(day, calendar) ?? closed.get(day) ?? null
}
