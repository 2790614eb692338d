import { decideTicket, type TicketOrder } from '../../domain/queue/decide-ticket.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { actingOn } from './acting-on.ts'
import { refusedByQueue } from './give-ticket.ts'
import type { Author, HallFact } from './hall-act.ts'
import { departmentsOf, type HallContext } from './hall-context.ts'

type ActedOn =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly violation: AnyViolation }

export type OrderedAct = {
  readonly command: { readonly commandId: string; readonly by: Author }
  /** Null: the holder at a kiosk. */
  readonly session: Session | null
  readonly order: TicketOrder
}

/** One order about one ticket, judged on the day as it is and written in the same act. */
export async function actOnTicket(
  { store, reference }: Pick<HallContext, 'store' | 'reference'>,
  regionCode: number,
  ticketId: string,
  { command, session, order }: OrderedAct,
): Promise<ActedOn> {
  // A ticket that ended, or of another day, does not live in memory: the refusal still names its state.
  const ended = await store.findTicket(regionCode, ticketId)
  const departmentOf = departmentsOf({ reference })
  const named = { ...command, name: order.act, subject: ticketId }
  const acted = await store.act(regionCode, named, (state, now) => {
    const ticket = state.tickets.get(ticketId) ?? (ended && endedNow(ended))
    if (ticket === undefined) return refuse('ticket-not-found', '没有这张号票，请刷新后再操作。')
    const decided = decideTicket(ticket, order, actingOn(state, ticket, session, now, departmentOf))
    if (!decided.ok) return refusedByQueue(decided.violation)
    return {
      ok: true,
      facts: decided.events.map((event): HallFact => ({ of: 'ticket', ticketId, event })),
    }
  })
  if (!acted.ok) return acted
  const ticket = acted.tickets.find((one) => one.ticketId === ticketId)
  return ticket === undefined
    ? refuse('ticket-not-found', '没有这张号票，请刷新后再操作。')
    : { ok: true, ticket }
}

/** Read before the act began, it may have ended meanwhile; one that lived then and is gone now is finished. */
function endedNow(ticket: Ticket): Ticket | undefined {
  return ticket.status === 'finished' || ticket.status === 'void' ? ticket : undefined
}
