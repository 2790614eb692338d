import { ABA_HALL } from '../../catalogue/aba/load-hall.ts'
import { withClient } from '../../server/database/with-client.ts'

/** Days behind the hall, and tickets of each. */
export type HallPast = { readonly days: number; readonly tickets: number }
/** Of a region of a million applications: three years of working days. */
export const FULL_PAST: HallPast = { days: 750, tickets: 400 }
export const QUICK_PAST: HallPast = { days: 60, tickets: 100 }

const COUNT = `
  select count(*)::int as days from hall_day where region_code = $1 and day < $2`
const DAYS = `
  insert into hall_day (region_code, day, revision, head, salt)
  select $1, $2::date - d, 1, '{}', null from generate_series(1, $3) d
  on conflict (region_code, day) do nothing`
// Every ten seconds one: called twenty minutes later, served for two to nine.
const TICKETS = `
  insert into ticket (region_code, ticket_id, day, number, queue, priority, status, revision, taken_at, first_call_at,
    called_at, started_at, finished_at, window_id, clerk_id, state)
  select $1, gen_random_uuid(), made.day, made.queue || lpad(made.n::text, 4, '0'), made.queue, made.priority, 'finished',
         made.n, made.taken, made.called, made.called, made.called + interval '20 seconds',
         made.called + make_interval(mins => 2 + made.n % 8), 1 + made.n % $5, $6::uuid,
         jsonb_build_object('status', 'finished', 'number', made.queue || lpad(made.n::text, 4, '0'), 'queue', made.queue)
    from (select $2::date - d as day, n, (array['A', 'A', 'D', 'B', 'C'])[1 + n % 5] as queue,
                 case when n % 10 = 0 then 'priority' else 'ordinary' end as priority,
                 ($2::date - d) + time '01:00' + make_interval(secs => 10 * n) as taken,
                 ($2::date - d) + time '01:20' + make_interval(secs => 10 * n) as called
            from generate_series(1, $3) d cross join generate_series(1, $4) n) made`
const EVENTS = `
  insert into ticket_event (region_code, command_id, seq, day, ticket_id, at, act, window_id, account_id, person_name, detail)
  select t.region_code, gen_random_uuid(), 1, t.day, t.ticket_id,
         case a.act when 'TicketTaken' then t.taken_at when 'TicketCalled' then t.called_at else t.finished_at end,
         a.act, t.window_id, t.clerk_id, '张示例', '{"text": ""}'
    from ticket t cross join unnest(array['TicketTaken', 'TicketCalled', 'ServingFinished']) a(act)
   where t.region_code = $1 and t.day < $2`

/** Fills the days before today, where nobody did yet: what the hall asks must not grow with what lies behind it. */
export async function makeHallPast(
  { connectionString, regionCode }: { connectionString: string; regionCode: number },
  { days, tickets }: HallPast,
  today: string,
  clerkId: string,
): Promise<void> {
  await withClient(connectionString, async (client) => {
    const { rows } = await client.query<{ days: number }>(COUNT, [regionCode, today])
    if ((rows[0]?.days ?? 0) >= days) return
    await client.query('begin')
    await client.query(DAYS, [regionCode, today, days])
    const windows = ABA_HALL.windows.length
    await client.query(TICKETS, [regionCode, today, days, tickets, windows, clerkId])
    await client.query(EVENTS, [regionCode, today])
    await client.query('commit')
    await client.query('vacuum (analyze) ticket, ticket_event, hall_day')
  })
}

const TODAYS = ['visit', 'service_evaluation', 'wait_forecast', 'ticket_event', 'ticket'] as const
const OF_DAY: Readonly<Record<(typeof TODAYS)[number], string>> = {
  visit: 'ticket_id in (select ticket_id from ticket where region_code = $1 and day >= $2)',
  service_evaluation: 'day >= $2',
  wait_forecast: 'day >= $2',
  ticket_event: 'day >= $2',
  ticket: 'day >= $2',
}

/** What an earlier run left of today, its appointments and its kiosks go: numbers begin at 001 again. */
export async function beginDayAnew(
  connectionString: string,
  regionCode: number,
  today: string,
): Promise<void> {
  await withClient(connectionString, async (client) => {
    for (const table of TODAYS)
      await client.query(`delete from ${table} where region_code = $1 and ${OF_DAY[table]}`, [
        regionCode,
        today,
      ])
    for (const table of ['window_session', 'hall_day'])
      await client.query(`delete from ${table} where region_code = $1 and day >= $2`, [
        regionCode,
        today,
      ])
    for (const table of ['slot_seat', 'booking_log', 'booking', 'hall_device'])
      await client.query(`delete from ${table} where region_code = $1`, [regionCode])
  })
}
