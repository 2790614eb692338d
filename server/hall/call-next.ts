import { nextTicket } from '../../domain/queue/call-order.ts'
import { finishing } from '../../domain/queue/decide-ticket.ts'
import { recentOf } from '../../domain/queue/queue-day.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import type { AnyViolation } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { refusedByQueue } from './give-ticket.ts'
import type { HallDecision, HallFact } from './hall-act.ts'
import { departmentsOf, type HallContext } from './hall-context.ts'
import { type HallState, inHandAt } from './hall-state.ts'
import { callableAt, type DepartmentOf } from './queues-now.ts'

type Called =
  | { readonly ok: true; readonly ticket: Ticket | null }
  | { readonly ok: false; readonly violation: AnyViolation }

/** F2: the rule chooses, and nobody else; whoever decided on an older state of the queue decides again. */
export async function callNextAt(
  context: Pick<HallContext, 'store' | 'reference'>,
  session: Pick<Session, 'regionCode' | 'actor'>,
  windowId: number,
  {
    commandId,
    finish = false,
  }: { readonly commandId: string; readonly finish?: boolean | undefined },
): Promise<Called> {
  const { accountId, name } = session.actor
  const command = {
    commandId,
    name: 'call-next',
    subject: String(windowId),
    by: { accountId, name },
  }
  const departmentOf = departmentsOf(context)
  const acted = await context.store.act(session.regionCode, command, (state, now) =>
    decide(state, now, { windowId, clerkId: accountId, finish, departmentOf }),
  )
  if (!acted.ok) return acted
  const ticket = acted.tickets.find(({ ticketId }) => ticketId === acted.calledId)
  return { ok: true, ticket: ticket ?? null }
}

type At = {
  readonly windowId: number
  readonly clerkId: string
  readonly finish: boolean
  readonly departmentOf: DepartmentOf
}

function decide(
  state: HallState,
  now: number,
  { windowId, clerkId, finish, departmentOf }: At,
): HallDecision {
  const session = state.sessions.get(windowId)
  const { windows } = state.configuration.configuration
  const window = windows.find((one) => one.windowId === windowId)
  if (session?.clerkId !== clerkId || window === undefined)
    return refusedByQueue({ code: 'not-signed-on' })
  if (session.paused !== null) return refusedByQueue({ code: 'window-paused' })
  const inHand = inHandAt(state, windowId)
  if (inHand !== undefined && !finish)
    return refusedByQueue({ code: 'ticket-in-hand', number: inHand.number })
  const finished =
    inHand === undefined
      ? []
      : finishing(inHand, now).map((event): HallFact => ({
          of: 'ticket',
          ticketId: inHand.ticketId,
          event,
        }))
  const next = nextTicket(
    callableAt(state, window, session, departmentOf),
    recentOf(state.head, window.queues),
    now,
  )
  if (next === undefined) return { ok: true, facts: finished }
  const called: HallFact = {
    of: 'ticket',
    ticketId: next.ticketId,
    event: { type: 'TicketCalled', at: now, windowId, clerkId },
  }
  return { ok: true, facts: [...finished, called] }
}
