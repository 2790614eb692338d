import { forbidden, happened, type Outcome } from '../shared/outcome.ts'
import { ORDER_NUMBERS } from './call-order.ts'
import type { QueueViolation } from './queue-violation.ts'
import { isPossibleFrom, type TicketAct } from './ticket-acts.ts'
import type { TicketEvent } from './ticket-events.ts'
import type { QueueCode, Ticket, TicketIn } from './ticket.ts'

/** Seconds between two callings-out, and how many there are (domain brief §8.3; 待业主确认). */
export const CALL_NUMBERS = { secondsBetween: 20, most: 3 } as const

export type TicketOrder =
  | { readonly act: Exclude<TicketAct, 'transfer' | 'hold' | 'return' | 'void'> }
  | { readonly act: 'hold' | 'return' | 'void'; readonly reason: string }
  | {
      readonly act: 'transfer'
      readonly queue: QueueCode
      readonly windowId: number | null
      readonly reason: string
    }

export type ActingOn = {
  readonly now: number
  /** The window where the person is signed on; null: none. */
  readonly windowId: number | null
  /** `holder`: whoever took the ticket, at a kiosk. */
  readonly as: 'clerk' | 'manager' | 'holder'
  /** Number of the ticket called or served at that window, if any. */
  readonly inHand: string | null
  /** No heartbeat comes from the window at which the ticket is. */
  readonly silent: boolean
  /** Calls of the ticket's queue so far. */
  readonly calls: number
  /** Null: the hall has such a queue and window, and the window serves it; else the sentence that says what is wrong. */
  readonly faultOfTarget: (queue: QueueCode, windowId: number | null) => string | null
}

type Decision = Outcome<TicketEvent, QueueViolation>

/** What becomes of an order about one ticket: first whether its state allows it, then whose it is, then the act's own rule. */
export function decideTicket(ticket: Ticket, order: TicketOrder, acting: ActingOn): Decision {
  const { act } = order
  if (!isPossibleFrom(ticket.status, act))
    return forbidden({ code: 'ticket-not-possible', act, status: ticket.status })
  const foreign = foreignTo(ticket, act, acting)
  if (foreign !== null) return forbidden(foreign)
  const at = acting.now
  switch (order.act) {
    case 'recall':
      return recall(ticket, at)
    case 'pass':
      return ticket.misses > 0
        ? happened<TicketEvent>(
            { type: 'TicketPassed', at },
            { type: 'TicketVoided', at, cause: 'missed-twice', reason: '' },
          )
        : happened({ type: 'TicketPassed', at })
    case 'start':
      return happened({ type: 'ServingStarted', at })
    case 'finish':
      return happened<TicketEvent>(...finishing(ticket, at))
    case 'transfer': {
      const { queue, windowId, reason } = order
      const why = acting.faultOfTarget(queue, windowId)
      if (why !== null) return forbidden({ code: 'transfer-target-faulty', why })
      return happened({ type: 'TicketTransferred', at, queue, windowId, reason })
    }
    case 'hold':
      return happened({ type: 'TicketHeld', at, reason: order.reason })
    case 'resume':
      return acting.inHand === null
        ? happened({ type: 'HeldResumed', at })
        : forbidden({ code: 'ticket-in-hand', number: acting.inHand })
    case 'return':
      return giveBack(ticket, order.reason, acting)
    case 'void':
      return happened({
        type: 'TicketVoided',
        at,
        cause: isAtWindow(ticket) && acting.as === 'manager' ? 'by-manager' : 'given-up',
        reason: order.reason,
      })
  }
}

function isAtWindow(
  ticket: Ticket,
): ticket is TicketIn<'called'> | TicketIn<'serving'> | TicketIn<'held'> {
  return ticket.status === 'called' || ticket.status === 'serving' || ticket.status === 'held'
}

/**
 * A ticket at a window is that window's. A silent window's may be given back by anybody on duty, any by the manager, who
 * also moves or voids one that is not being served. Who still waits is moved by the manager alone: no clerk picks a ticket.
 */
function foreignTo(ticket: Ticket, act: TicketAct, acting: ActingOn): QueueViolation | null {
  if (!isAtWindow(ticket))
    return act === 'transfer' && acting.as !== 'manager' ? { code: 'manager-only', act } : null
  const { windowId } = ticket
  if (acting.windowId === windowId) return null
  if (acting.as === 'manager' && isManagers(ticket, act, acting)) return null
  if (act !== 'return' || acting.as === 'holder') return { code: 'foreign-window', windowId }
  return acting.silent ? null : { code: 'window-not-silent', windowId }
}

function isManagers({ status }: Ticket, act: TicketAct, { silent }: ActingOn): boolean {
  if (act === 'return') return true
  return (act === 'transfer' || act === 'void') && (status !== 'serving' || silent)
}

/** Whoever forgot to press 开始办理 began when the number was last called. */
export function finishing(ticket: Ticket, at: number): TicketEvent[] {
  return ticket.status === 'called'
    ? [
        { type: 'ServingStarted', at: ticket.lastCallAt },
        { type: 'ServingFinished', at },
      ]
    : [{ type: 'ServingFinished', at }]
}

function recall(ticket: Ticket, now: number): Decision {
  if (ticket.status !== 'called')
    return forbidden({ code: 'ticket-not-possible', act: 'recall', status: ticket.status })
  if (ticket.calls >= CALL_NUMBERS.most) return forbidden({ code: 'called-three-times' })
  const seconds = Math.ceil((ticket.lastCallAt + CALL_NUMBERS.secondsBetween * 1_000 - now) / 1_000)
  if (seconds > 0) return forbidden({ code: 'recall-too-soon', seconds })
  return happened({ type: 'TicketRecalled', at: now })
}

/** Who missed the call waits behind three others; who was called and never served keeps the time and goes to the head. */
function giveBack(ticket: Ticket, reason: string, { now: at, calls }: ActingOn): Decision {
  if (ticket.status !== 'passed')
    return happened({ type: 'TicketReturned', at, band: 'head', afterCall: 0, reason })
  if (isTooLateToReturn(ticket, at)) return forbidden({ code: 'returned-too-late' })
  const afterCall = calls + ORDER_NUMBERS.returnedLetsPass
  return happened({ type: 'TicketReturned', at, band: 'line', afterCall, reason })
}

/** A passed ticket that can only be void by now: it hinders nobody from taking a new one. */
export function isTooLateToReturn(ticket: Ticket, now: number): boolean {
  return ticket.status === 'passed' && now > ticket.passedAt + ORDER_NUMBERS.returnWithin * 60_000
}
