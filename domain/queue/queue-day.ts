import { classNow } from './call-order.ts'
import type { TicketEvent } from './ticket-events.ts'
import {
  type PriorityClass,
  QUEUE_CODES,
  type QueueCode,
  type Ticket,
  type TicketIn,
  ticketNumberOf,
  type TicketPrefix,
  type WaitingTicket,
} from './ticket.ts'

const KEPT = 2
const MOST_LAST_CALLS = 10

type RecentCall = { readonly turn: number; readonly priority: PriorityClass }

/** One calling-out, as screens show and say it. */
export type LastCall = {
  readonly callId: string
  readonly number: string
  readonly windowId: number
  /** 1, 2 or 3: which time. */
  readonly times: number
  readonly at: number
}

/** What a window did today. */
export type Served = {
  readonly tickets: number
  /** Milliseconds of service: its load. */
  readonly load: number
  /** When it became free last. */
  readonly freeSince: number
  /** The service that may be rated now: until the next call, or until its time is over. */
  readonly rateable: {
    readonly ticketId: string
    readonly number: string
    readonly clerkId: string
  } | null
}

/** What the rules need to remember of a day beside its tickets. */
export type QueueDay = {
  /** How often each queue called. */
  readonly calls: Readonly<Partial<Record<QueueCode, number>>>
  /** Oldest first; `turn` counts the calls of all queues, so that those of several can be put in order. */
  readonly recent: Readonly<Partial<Record<QueueCode, readonly RecentCall[]>>>
  /** Last serial of each prefix: numbers are not reused on the day. */
  readonly serials: Readonly<Partial<Record<TicketPrefix, number>>>
  /** Newest first. */
  readonly lastCalls: readonly LastCall[]
  /** By the window's number. */
  readonly served: Readonly<Record<string, Served>>
  /** Calls out of order (特呼); absent: none yet. */
  readonly specials?: number
}

export const NEW_DAY: QueueDay = { calls: {}, recent: {}, serials: {}, lastCalls: [], served: {} }

const NOTHING_SERVED: Served = { tickets: 0, load: 0, freeSince: 0, rateable: null }

export function servedAt({ served }: QueueDay, windowId: number): Served {
  return served[String(windowId)] ?? NOTHING_SERVED
}

export function callsOf({ calls }: QueueDay, queue: QueueCode): number {
  return calls[queue] ?? 0
}

/** Classes of the last calls of these queues, oldest first, as `nextTicket` takes them. */
export function recentOf({ recent }: QueueDay, queues: readonly QueueCode[]): PriorityClass[] {
  return queues
    .flatMap((queue) => recent[queue] ?? [])
    .toSorted((one, other) => one.turn - other.turn)
    .map(({ priority }) => priority)
}

/** The day after a fact of a ticket; `before` as it was, `after` as it is then. */
export function evolveDay(
  day: QueueDay,
  event: TicketEvent,
  before: Ticket | undefined,
  after: Ticket,
): QueueDay {
  if (before === undefined) return day
  switch (event.type) {
    case 'TicketCalled':
      return after.status === 'called' ? saidOut(countCall(day, before, event.at), after) : day
    case 'TicketSpeciallyCalled':
      return after.status === 'called' ? saidOut(countSpecial(day, before), after) : day
    case 'TicketRecalled':
      return after.status === 'called' ? saidOut(day, after) : day
    case 'ServingFinished':
      return after.status === 'finished' ? countService(day, after) : day
    case 'TicketPassed':
    case 'TicketTransferred':
    case 'TicketHeld':
    case 'TicketReturned':
      return 'windowId' in before ? freed(day, before.windowId, event.at) : day
    case 'TicketTaken':
    case 'ServingStarted':
    case 'HeldResumed':
    case 'TicketVoided':
    case 'TicketHandedOver':
      return day
  }
}

/** The day after a call. */
export function countCall(
  day: QueueDay,
  ticket: Pick<WaitingTicket, 'queue' | 'priority' | 'slotAt' | 'takenAt'>,
  now: number,
): QueueDay {
  const { queue } = ticket
  const turn = QUEUE_CODES.reduce((sum, code) => sum + callsOf(day, code), 0) + 1
  const last = [...(day.recent[queue] ?? []), { turn, priority: classNow(ticket, now) }]
  return {
    ...day,
    calls: { ...day.calls, [queue]: callsOf(day, queue) + 1 },
    recent: { ...day.recent, [queue]: last.slice(-KEPT) },
  }
}

/** Out of order: those who let tickets pass have let one pass, and the turns of the classes stay as they are. */
function countSpecial(day: QueueDay, { queue }: Ticket): QueueDay {
  const calls = { ...day.calls, [queue]: callsOf(day, queue) + 1 }
  return { ...day, calls, specials: (day.specials ?? 0) + 1 }
}

function saidOut(day: QueueDay, ticket: TicketIn<'called'>): QueueDay {
  const { number, windowId, calls: times, lastCallAt: at } = ticket
  // Never the ticket's id: whoever knows that may ask why the ticket goes before.
  const call = { callId: `${number}-${at}`, number, windowId, times, at }
  const others = day.lastCalls.filter((one) => one.number !== number)
  const served = { ...servedAt(day, windowId), rateable: null }
  return {
    ...day,
    lastCalls: [call, ...others].slice(0, MOST_LAST_CALLS),
    served: { ...day.served, [windowId]: served },
  }
}

function countService(day: QueueDay, ticket: TicketIn<'finished'>): QueueDay {
  const { windowId, clerkId, ticketId, number, startedAt, finishedAt } = ticket
  const { tickets, load } = servedAt(day, windowId)
  const served: Served = {
    tickets: tickets + 1,
    load: load + finishedAt - startedAt,
    freeSince: finishedAt,
    rateable: { ticketId, number, clerkId },
  }
  return { ...day, served: { ...day.served, [windowId]: served } }
}

function freed(day: QueueDay, windowId: number, at: number): QueueDay {
  const served = { ...servedAt(day, windowId), freeSince: at }
  return { ...day, served: { ...day.served, [windowId]: served } }
}

/** The next number of a prefix, and the day that remembers it. */
export function nextNumber(
  day: QueueDay,
  prefix: TicketPrefix,
): { readonly number: string; readonly day: QueueDay } {
  const serial = (day.serials[prefix] ?? 0) + 1
  return {
    number: ticketNumberOf(prefix, serial),
    day: { ...day, serials: { ...day.serials, [prefix]: serial } },
  }
}

export function waitingTicketOf(ticket: TicketIn<'waiting'>, day: QueueDay): WaitingTicket {
  const { ticketId, queue, priority, takenAt, slotAt, itemId, band, afterCall } = ticket
  const letPass = Math.max(0, afterCall - callsOf(day, queue))
  return { ticketId, queue, priority, takenAt, slotAt, itemId, band, letPass }
}
