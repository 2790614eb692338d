import { forbidden, happened, type Outcome } from '../shared/outcome.ts'
import { isInTime } from './call-order.ts'
import { isStopped } from './closing-rule.ts'
import { isTooLateToReturn } from './decide-ticket.ts'
import type { QueueViolation } from './queue-violation.ts'
import type { TicketEvent } from './ticket-events.ts'
import {
  isLive,
  prefixOf,
  type PriorityClass,
  type PriorityReason,
  type QueueCode,
  type Ticket,
  type TicketPrefix,
} from './ticket.ts'

/** What somebody asks for at a kiosk, at the guide desk, or by checking in for what was booked. */
export type TicketWish = {
  readonly ticketId: string
  readonly queue: QueueCode
  readonly priorityReason: PriorityReason | null
  readonly slotAt: number | null
  readonly itemId: string | null
  readonly personHash: string | null
}

/** The queue as it is for who comes now. */
export type QueueNow = {
  readonly now: number
  /** Null: open; else why not: `今天是元旦`. */
  readonly closedBecause: string | null
  readonly open: boolean
  /** Windows of the hall that serve the queue, and those with a clerk now. */
  readonly windows: number
  readonly onDuty: number
  readonly averageMinutes: number
  readonly waiting: number
  /** Minutes of opening left today. */
  readonly minutesLeft: number
}

/** Why nobody is given a ticket of this queue now; null: they are. */
export function refusalToGive(queue: QueueNow): QueueViolation | null {
  if (queue.closedBecause !== null) return { code: 'hall-closed', why: queue.closedBecause }
  if (!queue.open) return { code: 'queue-closed' }
  if (queue.windows === 0) return { code: 'queue-not-served' }
  const windows = queue.onDuty === 0 ? queue.windows : queue.onDuty
  return isStopped(queue.waiting, queue.averageMinutes, windows, queue.minutesLeft)
    ? { code: 'ticket-stopped' }
    : null
}

export type TicketToGive = {
  readonly prefix: TicketPrefix
  readonly make: (number: string) => TicketEvent
  /** Passed tickets of the same person that can only be void by now. */
  readonly voided: readonly Ticket[]
}

/**
 * A ticket for a wish, its number still to be given. One live ticket a person and queue; who comes late for what was booked
 * is ordinary. A booked half-hour was promised: the closing rule does not take it back.
 */
export function decideTake(
  wish: TicketWish,
  queue: QueueNow,
  ticketsOfPerson: readonly Ticket[],
): Outcome<TicketToGive, QueueViolation> {
  const { now } = queue
  const booked = wish.slotAt !== null && isInTime(wish.slotAt, now)
  const refusal = refusalToGive(queue)
  if (refusal !== null && !(booked && refusal.code === 'ticket-stopped')) return forbidden(refusal)
  const own = ticketsOfPerson.filter((ticket) => ticket.queue === wish.queue && isLive(ticket))
  const voided = own.filter((ticket) => isTooLateToReturn(ticket, now))
  const live = own.find((ticket) => !voided.includes(ticket))
  if (live !== undefined) return forbidden({ code: 'ticket-already-live', number: live.number })
  const priority = booked ? 'booked' : wish.priorityReason === null ? 'ordinary' : 'priority'
  return happened({
    prefix: prefixOf(wish.queue, priority),
    make: takenAs(wish, priority, now),
    voided,
  })
}

function takenAs(
  wish: TicketWish,
  priority: PriorityClass,
  now: number,
): (number: string) => TicketEvent {
  return (number) => ({
    type: 'TicketTaken',
    ticket: {
      ...wish,
      number,
      priority,
      slotAt: priority === 'booked' ? wish.slotAt : null,
      takenAt: now,
      misses: 0,
      status: 'waiting',
      band: 'line',
      afterCall: 0,
      forWindow: null,
    },
  })
}
