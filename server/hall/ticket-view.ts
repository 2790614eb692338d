import type { TicketForStaff, TicketView } from '../../contract/tickets.ts'
import { ORDER_NUMBERS, ORDER_RULE } from '../../domain/queue/call-order.ts'
import { type ActingOn, CALL_NUMBERS, decideTicket } from '../../domain/queue/decide-ticket.ts'
import { actsFrom, type TicketAct } from '../../domain/queue/ticket-acts.ts'
import { PRIORITY_CLASS_NAME, type Ticket, TICKET_STATUS_NAME } from '../../domain/queue/ticket.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HallState } from './hall-state.ts'
import { positionsIn, queueOf } from './queues-now.ts'

export type TicketApplication = TicketForStaff['applications'][number]

const RETURN_WITHIN_MS = ORDER_NUMBERS.returnWithin * 60_000
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

export function ticketView(
  ticket: Ticket,
  state: HallState,
  reference: ReferenceData,
  now: number,
): TicketView {
  const { itemId, priority, queue: code, status } = ticket
  const queue = queueOf(state, code)
  const { zones } = state.configuration.configuration
  return {
    ticketId: ticket.ticketId,
    number: ticket.number,
    queue: code,
    queueName: queue?.name ?? code,
    zoneName: zones.find(({ zoneId }) => zoneId === queue?.zoneId)?.name ?? '',
    priority,
    priorityName: PRIORITY_CLASS_NAME[priority],
    priorityReason: ticket.priorityReason,
    itemId,
    itemName: itemId === null ? null : (reference.findItem(itemId)?.name ?? null),
    status,
    statusName: TICKET_STATUS_NAME[status],
    takenAt: new Date(ticket.takenAt).toISOString(),
    slotAt: iso(ticket.slotAt),
    ...placeInLine(ticket, state, now),
    windowId: 'windowId' in ticket ? ticket.windowId : null,
    calledAt: 'calledAt' in ticket ? iso(ticket.calledAt) : null,
    returnUntil: ticket.status === 'passed' ? iso(ticket.passedAt + RETURN_WITHIN_MS) : null,
    orderRule: ORDER_RULE,
  }
}

/** How many are called before, and the minutes until then. */
function placeInLine(
  ticket: Ticket,
  state: HallState,
  now: number,
): Pick<TicketView, 'ahead' | 'estimateMinutes'> {
  if (ticket.status !== 'waiting') return { ahead: null, estimateMinutes: null }
  const ahead = positionsIn(state, now).get(ticket.ticketId)
  if (ahead === undefined) return { ahead: null, estimateMinutes: null }
  return { ahead, estimateMinutes: state.estimate(state, ticket.queue, now, ticket.ticketId) }
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
