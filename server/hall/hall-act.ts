import {
  evolveWindow,
  type WindowEvent,
  WINDOW_EVENT_NAME,
} from '../../domain/hall/decide-window.ts'
import type { WindowSession } from '../../domain/hall/window-session.ts'
import { evolveTicket } from '../../domain/queue/evolve-ticket.ts'
import { evolveDay, type QueueDay } from '../../domain/queue/queue-day.ts'
import { specialCallWords } from '../../domain/queue/special-call.ts'
import { TICKET_EVENT_NAME, type TicketEvent } from '../../domain/queue/ticket-events.ts'
import type { Ticket, TicketIn } from '../../domain/queue/ticket.ts'
import type { AnyViolation } from '../http/refusal.ts'
import type { HallState } from './hall-state.ts'

export type Author = { readonly accountId: string | null; readonly name: string }

export type HallCommand = {
  readonly commandId: string
  /** `call-next`, `finish` … */
  readonly name: string
  /** The ticket or window it is about: the same command id for another is refused. */
  readonly subject: string
  readonly by: Author
}

/** Facts that one act brings, in their order. */
export type HallFact =
  | { readonly of: 'ticket'; readonly ticketId: string; readonly event: TicketEvent }
  | { readonly of: 'window'; readonly windowId: number; readonly event: WindowEvent }

export type HallDecision =
  | { readonly ok: true; readonly facts: readonly HallFact[]; readonly head?: QueueDay }
  | { readonly ok: false; readonly violation: AnyViolation }

/** What the facts make of the day. */
export type HallEffect = {
  readonly head: QueueDay
  readonly tickets: ReadonlyMap<string, Ticket>
  readonly windows: ReadonlyMap<number, WindowSession | null>
  readonly log: readonly LogLine[]
  /** Times at a window that ended: what was received meanwhile belongs to the ticket. */
  readonly visits: readonly VisitSpan[]
}

export type LogLine = {
  readonly at: number
  readonly act: string
  readonly ticketId: string | null
  readonly windowId: number | null
  readonly text: string
}

export type VisitSpan = {
  readonly ticketId: string
  readonly clerkId: string
  readonly windowId: number
  readonly from: number
  readonly to: number
  /** When the end became known: later than `to` for what was done without the server. */
  readonly until?: number
}

/** Facts by which a number is called out for the first time. */
export const CALLS: readonly string[] = [
  'TicketCalled',
  'TicketSpeciallyCalled',
] satisfies TicketEvent['type'][]

export const EVENT_NAME: Readonly<Record<string, string>> = {
  ...TICKET_EVENT_NAME,
  ...WINDOW_EVENT_NAME,
  void: '作废',
}

/** Facts that end a time at a window, or change who sits there. */
const ENDS: readonly TicketEvent['type'][] = [
  'ServingFinished',
  'TicketHeld',
  'TicketTransferred',
  'TicketReturned',
  'TicketHandedOver',
  'TicketVoided',
]

export function effectOf(
  state: Pick<HallState, 'head' | 'tickets' | 'sessions'>,
  facts: readonly HallFact[],
  start: QueueDay = state.head,
): HallEffect {
  let head = start
  const tickets = new Map<string, Ticket>()
  const windows = new Map<number, WindowSession | null>()
  const log: LogLine[] = []
  const visits: VisitSpan[] = []
  for (const fact of facts) {
    if (fact.of === 'window') {
      const { windowId, event } = fact
      const known = windows.has(windowId) ? windows.get(windowId) : state.sessions.get(windowId)
      const before = known ?? null
      windows.set(windowId, evolveWindow(before, event))
      log.push(lineOfWindow(windowId, event))
      continue
    }
    const { ticketId, event } = fact
    const before = tickets.get(ticketId) ?? state.tickets.get(ticketId)
    const after = evolveTicket(before, event)
    head = evolveDay(head, event, before, after)
    tickets.set(ticketId, after)
    log.push(lineOfTicket(ticketId, event, before))
    if (isAtCounter(before) && ENDS.includes(event.type))
      visits.push({
        ticketId,
        clerkId: before.clerkId,
        windowId: before.windowId,
        from: before.backAt ?? before.calledAt,
        to: 'at' in event ? event.at : before.calledAt,
      })
  }
  return { head, tickets, windows, log, visits }
}

/** On hold it is at its window, but others are served there: that time belongs to them. */
function isAtCounter(
  ticket: Ticket | undefined,
): ticket is TicketIn<'called'> | TicketIn<'serving'> {
  return ticket?.status === 'called' || ticket?.status === 'serving'
}

function lineOfTicket(ticketId: string, event: TicketEvent, before: Ticket | undefined): LogLine {
  const at = event.type === 'TicketTaken' ? event.ticket.takenAt : event.at
  const windowId =
    event.type === 'TicketCalled' || event.type === 'TicketSpeciallyCalled'
      ? event.windowId
      : before !== undefined && 'windowId' in before
        ? before.windowId
        : null
  const reason =
    event.type === 'TicketSpeciallyCalled'
      ? specialCallWords(event)
      : 'reason' in event
        ? event.reason
        : ''
  const to =
    event.type === 'TicketTransferred'
      ? event.windowId === null
        ? `转到 ${event.queue} 队列。`
        : `转到 ${event.windowId} 号窗口。`
      : ''
  return { at, act: event.type, ticketId, windowId, text: `${to}${reason}` }
}

function lineOfWindow(windowId: number, event: WindowEvent): LogLine {
  const at = 'session' in event ? event.session.signedOnAt : event.at
  const text =
    event.type === 'WindowPaused'
      ? event.text || event.reason
      : event.type === 'WindowHandedOver'
        ? `接替${event.fromName}`
        : ''
  return { at, act: event.type, ticketId: null, windowId, text }
}
