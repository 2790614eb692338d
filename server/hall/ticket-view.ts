import type { TicketForStaff, TicketView } from '../../contract/tickets.ts'
import { ORDER_NUMBERS, ORDER_RULE } from '../../domain/queue/call-order.ts'
import { type ActingOn, CALL_NUMBERS, decideTicket } from '../../domain/queue/decide-ticket.ts'
import { actsFrom, type TicketAct } from '../../domain/queue/ticket-acts.ts'
import { PRIORITY_CLASS_NAME, type Ticket, TICKET_STATUS_NAME } from '../../domain/queue/ticket.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HallState } from './hall-state.ts'
import { positionsIn, queueOf } from './queues-now.ts'

export type TicketApplication = TicketForStaff['applications'][number]

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

export function ticketView(
  ticket: Ticket,
  state: HallState,
  reference: ReferenceData,
  now: number,
): TicketView {
  const queue = queueOf(state, ticket.queue)
  const { zones } = state.configuration.configuration
  const ahead = ticket.status === 'waiting' ? (positionsIn(state, now).get(ticket.ticketId) ?? null) : null
  return {
    ticketId: ticket.ticketId,
    number: ticket.number,
    queue: ticket.queue,
    queueName: queue?.name ?? ticket.queue,
    zoneName: zones.find(({ zoneId }) => zoneId === queue?.zoneId)?.name ?? '',
    priority: ticket.priority,
    priorityName: PRIORITY_CLASS_NAME[ticket.priority],
    priorityReason: ticket.priorityReason,
    itemId: ticket.itemId,
    itemName: ticket.itemId === null ? null : (reference.findItem(ticket.itemId)?.name ?? null),
    status: ticket.status,
    statusName: TICKET_STATUS_NAME[ticket.status],
    takenAt: new Date(ticket.takenAt).toISOString(),
    slotAt: iso(ticket.slotAt),
    ahead,
    estimateMinutes:
      ahead === null ? null : state.estimate(state, ticket.queue, now, ticket.ticketId),
    windowId: 'windowId' in ticket ? ticket.windowId : null,
    calledAt: 'calledAt' in ticket ? iso(ticket.calledAt) : null,
    returnUntil:
      ticket.status === 'passed'
        ? iso(ticket.passedAt + ORDER_NUMBERS.returnWithin * 60_000)
        : null,
    orderRule: ORDER_RULE,
  }
}

export function ticketForStaff(
  ticket: Ticket,
  state: HallState,
  reference: ReferenceData,
  acting: ActingOn,
  applications: readonly TicketApplication[] = [],
): TicketForStaff {
  return {
    ...ticketView(ticket, state, reference, acting.now),
    calls: ticket.status === 'called' ? ticket.calls : 0,
    startedAt: 'startedAt' in ticket ? iso(ticket.startedAt) : null,
    heldAt: ticket.status === 'held' ? iso(ticket.heldAt) : null,
    holdReason: ticket.status === 'held' ? ticket.reason : null,
    misses: ticket.misses,
    possible: actsFrom(ticket.status).filter((act) => isOpen(ticket, act, acting)),
    applications: [...applications],
  }
}

/** Asked of the rule itself; that a number was called out seconds ago hides nothing. */
function isOpen(ticket: Ticket, act: TicketAct, acting: ActingOn): boolean {
  const now =
    act === 'recall' && ticket.status === 'called'
      ? Math.max(acting.now, ticket.lastCallAt + CALL_NUMBERS.secondsBetween * 1_000)
      : acting.now
  const { queue } = ticket
  const order = { act, reason: '', queue, windowId: null }
  return decideTicket(ticket, order, { ...acting, now, faultOfTarget: () => null }).ok
}
