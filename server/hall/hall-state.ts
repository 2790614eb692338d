import type { WindowSession } from '../../domain/hall/window-session.ts'
import { waitingTicketOf, type QueueDay } from '../../domain/queue/queue-day.ts'
import {
  isLive,
  type QueueCode,
  type Ticket,
  type TicketIn,
  type WaitingTicket,
} from '../../domain/queue/ticket.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { StoredConfiguration } from './stored-configuration.ts'

/**
 * Whole minutes until the ticket is called; without one, until somebody is who takes one now. Null: nobody serves the queue.
 */
export type EstimateWait = (
  state: HallState,
  queue: QueueCode,
  now: number,
  ticketId?: string,
) => number | null

/** The hall's day as this server knows it: exact at `revision`, brought up to date by what changed since. */
export type HallState = {
  readonly regionCode: number
  readonly day: LocalDate
  revision: number
  head: QueueDay
  readonly salt: string
  readonly estimate: EstimateWait
  /** Tickets that live; finished and void ones are in the database. */
  readonly tickets: Map<string, Ticket>
  readonly waiting: Map<string, WaitingEntry>
  /** Tickets that live and do not wait: as many as there are windows, and a few. */
  readonly elsewhere: Map<string, Ticket>
  readonly sessions: Map<number, WindowSession>
  configuration: StoredConfiguration
}

export type WaitingEntry = {
  readonly ticket: TicketIn<'waiting'>
  /** As the order rule takes it, made once; null for one that lets others pass: it changes with their calls. */
  readonly plain: WaitingTicket | null
}

/** What `hall_changes` answers. */
export type HallChanges = {
  readonly revision: number
  readonly head: QueueDay
  readonly salt: string | null
  readonly configuration: number | null
  /** By window number: the last heartbeat, in milliseconds. */
  readonly seen: Readonly<Record<string, number>>
  readonly tickets: readonly Ticket[]
  readonly windows: readonly { readonly windowId: number; readonly session: WindowSession | null }[]
}

export function forgetTicket(state: HallState, ticketId: string): void {
  state.tickets.delete(ticketId)
  state.waiting.delete(ticketId)
  state.elsewhere.delete(ticketId)
}

export function keepTicket(state: HallState, ticket: Ticket): void {
  const { ticketId } = ticket
  if (!isLive(ticket)) {
    forgetTicket(state, ticketId)
    return
  }
  state.waiting.delete(ticketId)
  state.elsewhere.delete(ticketId)
  state.tickets.set(ticketId, ticket)
  if (ticket.status !== 'waiting') state.elsewhere.set(ticketId, ticket)
  else {
    const plain = ticket.afterCall === 0 ? waitingTicketOf(ticket, state.head) : null
    state.waiting.set(ticketId, { ticket, plain })
  }
}

export function keepSession(
  { sessions }: HallState,
  windowId: number,
  session: WindowSession | null,
): void {
  if (session === null) sessions.delete(windowId)
  else sessions.set(windowId, session)
}

export function applyChanges(state: HallState, changes: HallChanges): void {
  // At the same revision acts of this server may just be under way: nothing but heartbeats is news.
  if (changes.revision > state.revision) {
    state.revision = changes.revision
    state.head = changes.head
    for (const ticket of changes.tickets) keepTicket(state, ticket)
    for (const { windowId, session } of changes.windows) keepSession(state, windowId, session)
  }
  for (const [windowId, seenAt] of Object.entries(changes.seen)) {
    const session = state.sessions.get(Number(windowId))
    if (session !== undefined && session.seenAt < seenAt)
      state.sessions.set(session.windowId, { ...session, seenAt })
  }
}

export function asWaiting({ ticket, plain }: WaitingEntry, head: QueueDay): WaitingTicket {
  return plain ?? waitingTicketOf(ticket, head)
}

type AtSomeWindow = TicketIn<'called'> | TicketIn<'serving'>

/** The ticket called or served at a window. */
export function inHandAt({ elsewhere }: HallState, windowId: number): AtSomeWindow | undefined {
  for (const ticket of elsewhere.values())
    if ((ticket.status === 'called' || ticket.status === 'serving') && ticket.windowId === windowId)
      return ticket
  return undefined
}

export function heldAt({ elsewhere }: HallState, windowId: number): TicketIn<'held'>[] {
  return [...elsewhere.values()].filter(
    (ticket): ticket is TicketIn<'held'> =>
      ticket.status === 'held' && ticket.windowId === windowId,
  )
}

export function sessionOfClerk(
  { sessions }: HallState,
  clerkId: string,
): WindowSession | undefined {
  for (const session of sessions.values()) if (session.clerkId === clerkId) return session
  return undefined
}
