import {
  decideSpecialCall,
  type SpecialCall,
  type WindowToCall,
} from '../../domain/queue/special-call.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { isSilent } from '../../domain/hall/window-state.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { refusedByQueue } from './give-ticket.ts'
import type { HallDecision } from './hall-act.ts'
import { departmentsOf, type HallContext } from './hall-context.ts'
import { type HallState, inHandAt } from './hall-state.ts'
import { type DepartmentOf, isOnDuty, trainedFor } from './queues-now.ts'

export type SpecialCallOrder = SpecialCall & {
  readonly commandId: string
  readonly windowId: number
  /** As it stands on the ticket: A012. */
  readonly number: string
}
type Called =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly violation: AnyViolation }

/** 特呼: one given number, decided on the queue as it is and written in the same act: no two windows call one ticket. */
export async function specialCallAt(
  context: Pick<HallContext, 'store' | 'reference'>,
  session: Pick<Session, 'regionCode' | 'actor'>,
  order: SpecialCallOrder,
): Promise<Called> {
  const { accountId, name } = session.actor
  const number = order.number.toUpperCase()
  const command = {
    commandId: order.commandId,
    name: 'special-call',
    subject: `${order.windowId} ${number}`,
    by: { accountId, name },
  }
  const departmentOf = departmentsOf(context)
  const acted = await context.store.act(session.regionCode, command, (state, now) =>
    decide(state, now, session, { ...order, number }, departmentOf),
  )
  if (!acted.ok) return acted
  const ticket = acted.tickets.find(({ ticketId }) => ticketId === acted.calledId)
  return ticket === undefined ? noTicket(number) : { ok: true, ticket }
}

const noTicket = (number: string) =>
  refuse('ticket-not-found', `今天没有在等候的 ${number} 号，或者已经办结、作废。请核对号码。`)

function decide(
  state: HallState,
  now: number,
  session: Pick<Session, 'actor'>,
  { windowId, number, reason, text }: SpecialCallOrder,
  departmentOf: DepartmentOf,
): HallDecision {
  const ticket = [...state.tickets.values()].find((one) => one.number === number)
  if (ticket === undefined) return noTicket(number)
  const here = windowToCall(state, now, session, windowId, departmentOf)
  const decided = decideSpecialCall(ticket, { reason, text }, here)
  if (!decided.ok) return refusedByQueue(decided.violation)
  const { ticketId } = ticket
  return { ok: true, facts: decided.events.map((event) => ({ of: 'ticket', ticketId, event })) }
}

/** The window as the rule asks it; one that the hall does not have is one where nobody sits. */
function windowToCall(
  state: HallState,
  now: number,
  { actor }: Pick<Session, 'actor'>,
  windowId: number,
  departmentOf: DepartmentOf,
): WindowToCall {
  const window = state.configuration.configuration.windows.find((one) => one.windowId === windowId)
  const at = window === undefined ? undefined : state.sessions.get(windowId)
  return {
    now,
    windowId,
    clerkId: at?.clerkId ?? null,
    by: actor.role === 'hall-manager' ? 'manager' : 'clerk',
    isOwn: at?.clerkId === actor.accountId,
    silent: at !== undefined && isSilent(at, now),
    paused: at !== undefined && at.paused !== null,
    inHand: inHandAt(state, windowId)?.number ?? null,
    queues: window?.queues ?? [],
    isTrainedFor: trainedFor(at, departmentOf),
    isOnDuty: (other) => isOnDuty(state.sessions.get(other), now),
  }
}
