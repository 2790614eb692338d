import type { RecordedDay } from '../../contract/hall-forecast.ts'
import type { PriorityClass, QueueCode } from '../../domain/queue/ticket.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import type { HallNow } from './forecast-context.ts'

const DAYS = `
  select day::text as day, count(*)::int as tickets, count(*) filter (where status = 'finished')::int as served,
         count(distinct window_id)::int as windows
    from ticket where region_code = $1 and day >= $2 group by day order by day desc limit 60`
const TICKETS = `
  select ticket_id as "ticketId", queue, priority, item_id as "itemId", taken_at as "takenAt", slot_at as "slotAt",
         first_call_at as "calledAt", called_at as "lastCallAt", finished_at as "finishedAt", status
    from ticket where region_code = $1 and day = $2 order by taken_at, ticket_id`
const EVENTS = `
  select act, ticket_id as "ticketId", window_id as "windowId", at from ticket_event
   where region_code = $1 and day = $2 and act = any($3::text[]) order by at, command_id, seq`

const OPENS = ['WindowSignedOn', 'WindowResumed', 'WindowHandedOver']
const CLOSES = ['WindowPaused', 'WindowSignedOff']
const HOLDS = ['TicketHeld', 'HeldResumed']

type TicketRow = {
  readonly ticketId: string
  readonly queue: QueueCode
  readonly priority: PriorityClass
  readonly itemId: string | null
  readonly takenAt: Instant
  readonly slotAt: Instant | null
  readonly calledAt: Instant | null
  readonly lastCallAt: Instant | null
  readonly finishedAt: Instant | null
  readonly status: string
}
type EventRow = {
  readonly act: string
  readonly ticketId: string | null
  readonly windowId: number | null
  readonly at: Instant
}
type Span = { readonly windowId: number; readonly from: number; readonly to: number }

export async function listDays(db: Database, regionCode: number, since: string) {
  type Row = { day: string; tickets: number; served: number; windows: number }
  return await db.query<Row>(DAYS, [regionCode, since])
}

/** The day's facts as moments and lengths: nobody's number, name or clerk is in it. */
export async function readRecordedDay(
  db: Database,
  regionCode: number,
  day: string,
  { layout }: Pick<HallNow, 'layout'>,
): Promise<RecordedDay> {
  const acts = [...OPENS, ...CLOSES, ...HOLDS]
  const [tickets, events] = await Promise.all([
    db.query<TicketRow>(TICKETS, [regionCode, day]),
    db.query<EventRow>(EVENTS, [regionCode, day, acts]),
  ])
  const held = heldOf(events)
  const lastAt = Math.max(
    ...tickets.map(({ finishedAt, takenAt }) => Date.parse(finishedAt ?? takenAt)),
    ...events.map(({ at }) => Date.parse(at)),
  )
  return {
    day,
    arrivals: tickets.map((ticket) => arrivalOf(ticket, held.get(ticket.ticketId) ?? 0)),
    windows: spansOf(events, lastAt).map((span) => ({
      ...span,
      queues: [...(layout.find(({ windowId }) => windowId === span.windowId)?.queues ?? [])],
    })),
  }
}

function arrivalOf(ticket: TicketRow, heldMs: number): RecordedDay['arrivals'][number] {
  const { ticketId, queue, priority, itemId, takenAt, slotAt, calledAt } = ticket
  const { lastCallAt, finishedAt, status } = ticket
  // What a service takes of a window's time: from the call to the end, less what the ticket was put aside.
  const isServed = status === 'finished' && lastCallAt !== null && finishedAt !== null
  const served = isServed ? Date.parse(finishedAt) - Date.parse(lastCallAt) - heldMs : null
  return {
    ticketId,
    queue,
    priority,
    itemId,
    takenAt: Date.parse(takenAt),
    slotAt: slotAt === null ? null : Date.parse(slotAt),
    serviceMs: served === null ? null : Math.max(0, served),
    waitedMs: calledAt === null ? null : Date.parse(calledAt) - Date.parse(takenAt),
  }
}

/** Milliseconds that each ticket was put aside while others were served. */
function heldOf(events: readonly EventRow[]): ReadonlyMap<string, number> {
  const since = new Map<string, number>()
  const held = new Map<string, number>()
  for (const { act, ticketId, at } of events) {
    if (ticketId === null) continue
    if (act === 'TicketHeld') since.set(ticketId, Date.parse(at))
    const began = since.get(ticketId)
    if (act !== 'HeldResumed' || began === undefined) continue
    held.set(ticketId, (held.get(ticketId) ?? 0) + Date.parse(at) - began)
    since.delete(ticketId)
  }
  return held
}

/** When each window was open; one that nobody closed was open until the day's last act. */
function spansOf(events: readonly EventRow[], lastAt: number): Span[] {
  const open = new Map<number, number>()
  const spans: Span[] = []
  for (const { act, windowId, at } of events) {
    if (windowId === null) continue
    const from = open.get(windowId)
    if (OPENS.includes(act) && from === undefined) open.set(windowId, Date.parse(at))
    if (!CLOSES.includes(act) || from === undefined) continue
    spans.push({ windowId, from, to: Date.parse(at) })
    open.delete(windowId)
  }
  for (const [windowId, from] of open) spans.push({ windowId, from, to: lastAt })
  return spans
}
