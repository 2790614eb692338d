import type { LocalDate, Instant } from '../../domain/shared/ids.ts'
import { NEW_DAY } from '../../domain/queue/queue-day.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { Database } from '../database/connect.ts'
import { withRetry } from '../database/with-retry.ts'
import type { HallCommand, HallEffect } from './hall-act.ts'
import { eventRows, ticketRows, visitRows, windowRows } from './hall-rows.ts'
import type { HallChanges, HallState } from './hall-state.ts'

const OPEN = `
  insert into hall_day (region_code, day, revision, head, salt) values ($1, $2, 0, $3, $4)
  on conflict (region_code, day) do nothing`
const CLOSE = 'select close_hall_days($1, $2, $3) as count'
const CHANGES = 'select hall_changes($1, $2, $3) as changes'
const RECORD = 'select record_hall_acts($1, $2, $3, $4, $5, $6, $7, $8, $9) as answer'
const DONE = `
  select act, ticket_id as "ticketId", account_id as "accountId", detail from ticket_event
   where region_code = $1 and command_id = $2 order by seq`
const TICKET = 'select state from ticket where region_code = $1 and ticket_id = $2'
const SEEN = `
  update window_session set seen_at = $5
   where region_code = $1 and day = $2 and window_id = $3 and clerk_id = $4 returning window_id`

export type Written =
  | { readonly outcome: 'done' | 'seen' }
  | { readonly outcome: 'moved'; readonly changes: HallChanges | null }

export type DoneRow = {
  readonly act: string
  readonly ticketId: string | null
  readonly accountId: string | null
  readonly detail: { readonly command: string; readonly subject: string }
}

/** The day's row, made by whoever comes first; days before it are closed. */
export async function openHallDay(
  db: Database,
  regionCode: number,
  day: LocalDate,
  { at, salt }: { readonly at: Instant; readonly salt: string },
): Promise<void> {
  await withRetry(() => db.query(OPEN, [regionCode, day, JSON.stringify(NEW_DAY), salt]))
  await closeDaysBefore(db, regionCode, day, at)
}

/** Answers how many tickets became void. */
export async function closeDaysBefore(
  db: Database,
  regionCode: number,
  day: LocalDate,
  at: Instant,
): Promise<number> {
  const [row] = await withRetry(() => db.query<{ count: number }>(CLOSE, [regionCode, day, at]))
  return row?.count ?? 0
}

/** Null: nobody opened the day yet. */
export async function changesSince(
  db: Database,
  regionCode: number,
  day: LocalDate,
  since: number,
): Promise<HallChanges | null> {
  const [row] = await withRetry(() =>
    db.query<{ changes: HallChanges | null }>(CHANGES, [regionCode, day, since]),
  )
  return row?.changes ?? null
}

export type DecidedAct = { readonly command: HallCommand; readonly effect: HallEffect }

/** The whole write of acts decided one after the other, refused when the day has moved on since the revision. */
export async function recordHallActs(
  db: Database,
  { regionCode, day }: HallState,
  revision: number,
  acts: readonly DecidedAct[],
): Promise<Written> {
  const effects = acts.map(({ effect }) => effect)
  const last = effects.at(-1)
  if (last === undefined) throw new Error('No act to record')
  const tickets = new Map(effects.flatMap((effect) => [...effect.tickets]))
  const windows = new Map(effects.flatMap((effect) => [...effect.windows]))
  const visits = effects.flatMap((effect) => effect.visits)
  const [row] = await withRetry(() =>
    db.query<{ answer: Written }>(RECORD, [
      regionCode,
      day,
      revision,
      `{${acts.map(({ command }) => command.commandId).join(',')}}`,
      JSON.stringify(last.head),
      JSON.stringify(ticketRows(tickets)),
      JSON.stringify(windowRows(windows)),
      JSON.stringify(acts.flatMap(({ command, effect }) => eventRows(effect.log, command))),
      visits.length === 0 ? null : JSON.stringify(visitRows(visits)),
    ]),
  )
  if (row === undefined) throw new Error('record_hall_acts answered nothing')
  return row.answer
}

/** What a command did when it was carried out before; empty: it was not. */
export async function doneBefore(
  db: Database,
  regionCode: number,
  commandId: string,
): Promise<DoneRow[]> {
  return await db.query<DoneRow>(DONE, [regionCode, commandId])
}

export async function findStoredTicket(
  db: Database,
  regionCode: number,
  ticketId: string,
): Promise<Ticket | undefined> {
  const [row] = await db.query<{ state: Ticket }>(TICKET, [regionCode, ticketId])
  return row?.state
}

/** False: that clerk does not sit there. */
export async function markSeen(
  db: Database,
  regionCode: number,
  seat: { readonly day: LocalDate; readonly windowId: number; readonly clerkId: string },
  at: Instant,
): Promise<boolean> {
  const values = [regionCode, seat.day, seat.windowId, seat.clerkId, at]
  return (await db.query(SEEN, values)).length > 0
}
