import { beforeClosing, closedWithDay } from '../../domain/queue/closed-ticket.ts'
import { NEW_DAY } from '../../domain/queue/queue-day.ts'
import type { TicketEvent } from '../../domain/queue/ticket-events.ts'
import { isLive, type Ticket } from '../../domain/queue/ticket.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { effectOf, type HallCommand } from './hall-act.ts'
import { eventRows, ticketRows, visitRows } from './hall-rows.ts'

const BY_NUMBER = 'select state from ticket where region_code = $1 and day = $2 and number = $3'
const DONE = 'select command_id from ticket_event where region_code = $1 and command_id = $2'
const RECORD = 'select record_past_ticket($1, $2, $3, $4, $5, $6)'

export type PastDay = {
  readonly regionCode: number
  readonly day: LocalDate
  readonly now: Instant
}

/** A ticket of a day that is over, as it stood when the day was closed. */
export async function findPastTicket(
  db: Database,
  { regionCode, day }: PastDay,
  number: string,
): Promise<Ticket | undefined> {
  const [row] = await db.query<{ state: Ticket }>(BY_NUMBER, [regionCode, day, number])
  return row && beforeClosing(row.state)
}

export async function isRecorded(
  db: Database,
  regionCode: number,
  commandId: string,
): Promise<boolean> {
  return (await db.query(DONE, [regionCode, commandId])).length > 0
}

/**
 * What was done without the server on a day that is over: at its real time, with what was received meanwhile. Nobody waits
 * on such a day, so no queue and no window moves; a ticket that did not end stays closed with its day.
 */
export async function recordPastFacts(
  db: Database,
  { regionCode, day, now }: PastDay,
  command: HallCommand,
  ticket: Ticket | undefined,
  events: readonly [TicketEvent, ...TicketEvent[]],
): Promise<void> {
  const [first] = events
  const known = first.type === 'TicketTaken' ? first.ticket : ticket
  if (known === undefined) throw new Error(`${first.type} of no ticket`)
  const { ticketId } = known
  const tickets = new Map(ticket === undefined ? [] : [[ticketId, ticket]])
  const facts = events.map((event) => ({ of: 'ticket', ticketId, event }) as const)
  const effect = effectOf({ head: NEW_DAY, tickets, sessions: new Map() }, facts)
  const at = Date.parse(now)
  const after = effect.tickets.get(ticketId)
  if (after === undefined) throw new Error('The facts of a ticket made no ticket')
  const stored = isLive(after) ? closedWithDay(after, at) : after
  const visits = effect.visits.map((visit) => ({ ...visit, until: at }))
  const [row] = ticketRows(new Map([[ticketId, stored]]))
  await db.query(RECORD, [
    regionCode,
    day,
    command.commandId,
    JSON.stringify(row),
    JSON.stringify(eventRows(effect.log, command)),
    visits.length === 0 ? null : JSON.stringify(visitRows(visits)),
  ])
}
