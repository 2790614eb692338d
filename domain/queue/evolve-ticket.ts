import { assertNever } from '../shared/outcome.ts'
import type { TicketEvent } from './ticket-events.ts'
import type { AtWindow, Ticket, TicketBase } from './ticket.ts'

/** The ticket after a fact. Throws on a fact that its state cannot have: a bug, for `decideTicket` decides. */
export function evolveTicket(ticket: Ticket | undefined, event: TicketEvent): Ticket {
  if (event.type === 'TicketTaken') return event.ticket
  if (ticket === undefined) throw new Error(`${event.type} of no ticket`)
  const base = baseOf(ticket)
  const { at } = event
  switch (event.type) {
    case 'TicketCalled':
    case 'TicketSpeciallyCalled': {
      const { windowId, clerkId } = event
      return {
        ...base,
        status: 'called',
        calledAt: at,
        calls: 1,
        lastCallAt: at,
        windowId,
        clerkId,
      }
    }
    case 'TicketRecalled':
      if (ticket.status !== 'called') throw impossible(ticket, event)
      return { ...ticket, calls: ticket.calls + 1, lastCallAt: at }
    case 'TicketPassed': {
      const { windowId } = placeOf(ticket, event)
      return { ...base, misses: base.misses + 1, status: 'passed', passedAt: at, windowId }
    }
    case 'ServingStarted':
      return { ...base, ...placeOf(ticket, event), status: 'serving', startedAt: at }
    case 'ServingFinished': {
      const startedAt = startOf(ticket, event)
      return {
        ...base,
        ...placeOf(ticket, event),
        status: 'finished',
        startedAt,
        finishedAt: at,
      }
    }
    case 'TicketTransferred': {
      const { queue, windowId: forWindow } = event
      return { ...base, queue, status: 'waiting', band: 'head', afterCall: 0, forWindow }
    }
    case 'TicketHeld': {
      const startedAt = ticket.status === 'called' ? at : startOf(ticket, event)
      const { reason } = event
      return { ...base, ...placeOf(ticket, event), status: 'held', startedAt, heldAt: at, reason }
    }
    case 'HeldResumed': {
      const startedAt = startOf(ticket, event)
      return { ...base, ...placeOf(ticket, event), backAt: at, status: 'serving', startedAt }
    }
    case 'TicketReturned': {
      const { band, afterCall } = event
      return { ...base, status: 'waiting', band, afterCall, forWindow: null }
    }
    case 'TicketVoided':
      return { ...base, status: 'void', voidedAt: at, cause: event.cause }
    case 'TicketHandedOver':
      if (ticket.status !== 'called' && ticket.status !== 'serving' && ticket.status !== 'held')
        throw impossible(ticket, event)
      return { ...ticket, clerkId: event.clerkId, backAt: at }
    default:
      return assertNever(event)
  }
}

function baseOf(ticket: Ticket): TicketBase {
  const { ticketId, number, queue, priority, priorityReason } = ticket
  const { takenAt, slotAt, itemId, personHash, misses, offline } = ticket
  return {
    ticketId,
    number,
    queue,
    priority,
    priorityReason,
    takenAt,
    slotAt,
    itemId,
    personHash,
    misses,
    ...(offline && { offline }),
  }
}

function placeOf(ticket: Ticket, event: TicketEvent): AtWindow {
  if (ticket.status === 'called' || ticket.status === 'serving' || ticket.status === 'held') {
    const { windowId, clerkId, calledAt, backAt } = ticket
    return { windowId, clerkId, calledAt, ...(backAt !== undefined && { backAt }) }
  }
  throw impossible(ticket, event)
}

function startOf(ticket: Ticket, event: TicketEvent): number {
  if (ticket.status === 'serving' || ticket.status === 'held') return ticket.startedAt
  throw impossible(ticket, event)
}

function impossible({ status }: Ticket, { type }: TicketEvent): Error {
  return new Error(`${type} of a ticket that is ${status}`)
}
