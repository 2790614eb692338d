import type { HallDesk } from '../../contract/hall.ts'
import type { TicketForStaff } from '../../contract/tickets.ts'
import { mayWorkAt } from '../../domain/hall/decide-window.ts'
import { PAUSE_REASON_NAME, type WindowSession } from '../../domain/hall/window-session.ts'
import { windowStateOf } from '../../domain/hall/window-state.ts'
import { nextTicket } from '../../domain/queue/call-order.ts'
import { isTooLateToReturn } from '../../domain/queue/decide-ticket.ts'
import { windowFor } from '../../domain/queue/dispatch.ts'
import { recentOf, servedAt } from '../../domain/queue/queue-day.ts'
import type { Ticket, TicketIn } from '../../domain/queue/ticket.ts'
import type { Session } from '../http/session.ts'
import { actingOn } from './acting-on.ts'
import { applicationsOf } from './applications-of.ts'
import { evaluationAt } from './evaluation.ts'
import { departmentsOf, type HallContext, nowOf } from './hall-context.ts'
import { type HallState, heldAt, inHandAt, sessionOfClerk } from './hall-state.ts'
import { callableAt, isOnDuty, isStranded, trainedFor, waitingIn } from './queues-now.ts'
import { ticketForStaff, type TicketApplication } from './ticket-view.ts'

const MOST_LISTED = 30

/** A clerk's own window: what it has in hand, on hold, who waits for it. */
export async function deskOf(context: HallContext, session: Session): Promise<HallDesk> {
  const { regionCode, actor } = session
  const state = await context.store.look(regionCode)
  const now = nowOf(context, regionCode)
  const { queues, windows } = state.configuration.configuration
  const own = sessionOfClerk(state, actor.accountId)
  const view = viewFor(context, state, session, now)
  const clerk = clerkOf(session)
  return {
    revision: state.revision,
    windows: windows
      .filter(({ windowId }) => mayWorkAt(windowId, clerk, state.configuration.configuration))
      .map(({ windowId, name }) => ({
        windowId,
        name,
        takenByName: state.sessions.get(windowId)?.clerkName ?? null,
        mine: own?.windowId === windowId,
      })),
    passed: passedOf(state, now).map((ticket) => view(ticket)),
    stranded: [...state.elsewhere.values()]
      .filter((ticket) => isStranded(state, ticket, now))
      .slice(0, MOST_LISTED)
      .map((ticket) => view(ticket)),
    waiting: queues.map(({ queue, name }) => ({ queue, name, waiting: waitingIn(state, queue) })),
    ...turnOf(context, state, own, now),
    ...(own === undefined ? NOWHERE : await seatOf(context, state, own, view, now)),
  }
}

type Seat = Pick<
  HallDesk,
  'windowId' | 'windowName' | 'state' | 'pausedReason' | 'ticket' | 'held' | 'evaluationUntil'
>
const NOWHERE: Seat = {
  windowId: null,
  windowName: null,
  state: 'closed',
  pausedReason: null,
  ticket: null,
  held: [],
  evaluationUntil: null,
}

async function seatOf(
  context: HallContext,
  state: HallState,
  own: WindowSession,
  view: ViewTicket,
  now: number,
): Promise<Seat> {
  const { regionCode } = state
  const { windowId } = own
  const { windows } = state.configuration.configuration
  const inHand = inHandAt(state, windowId)
  const evaluation = await evaluationAt(context, state, windowId, now)
  return {
    windowId,
    windowName: windows.find((window) => window.windowId === windowId)?.name ?? null,
    state: windowStateOf(own, inHand !== undefined, now),
    pausedReason: pausedWords(own),
    ticket:
      inHand === undefined ? null : view(inHand, await applicationsOf(context, regionCode, inHand)),
    held: heldAt(state, windowId).map((ticket) => view(ticket)),
    evaluationUntil: evaluation === null ? null : evaluation.until,
  }
}

export function clerkOf({ actor, training }: Session) {
  const { accountId: clerkId, name, window } = actor
  return { clerkId, name, training, ownWindow: window ?? null }
}

export function pausedWords({ paused }: WindowSession): string | null {
  if (paused === null) return null
  const { reason, text } = paused
  return text === '' ? PAUSE_REASON_NAME[reason] : `${PAUSE_REASON_NAME[reason]}：${text}`
}

type ViewTicket = (ticket: Ticket, applications?: readonly TicketApplication[]) => TicketForStaff

export function viewFor(
  { reference }: Pick<HallContext, 'reference'>,
  state: HallState,
  session: Session,
  now: number,
): ViewTicket {
  return (ticket, applications) =>
    ticketForStaff(ticket, state, reference, actingOn(state, ticket, session, now), applications)
}

function passedOf({ elsewhere }: HallState, now: number): Ticket[] {
  return [...elsewhere.values()]
    .filter(
      (ticket): ticket is TicketIn<'passed'> =>
        ticket.status === 'passed' && !isTooLateToReturn(ticket, now),
    )
    .toSorted((one, other) => other.passedAt - one.passedAt)
    .slice(0, MOST_LISTED)
}

/** How many this window may call, and whether the next is for it rather than for another that is free too. */
function turnOf(
  context: HallContext,
  state: HallState,
  own: WindowSession | undefined,
  now: number,
): Pick<HallDesk, 'callable' | 'yourTurn'> {
  const { windows } = state.configuration.configuration
  const window = windows.find(({ windowId }) => windowId === own?.windowId)
  if (own === undefined || window === undefined) return { callable: 0, yourTurn: false }
  const departmentOf = departmentsOf(context)
  const callable = callableAt(state, window, own, departmentOf)
  const next = nextTicket(callable, recentOf(state.head, window.queues), now)
  if (next === undefined) return { callable: 0, yourTurn: false }
  const free = windows.flatMap(({ windowId, queues }) => {
    const session = state.sessions.get(windowId)
    if (session === undefined || !isOnDuty(session, now) || inHandAt(state, windowId)) return []
    const { load, freeSince } = servedAt(state.head, windowId)
    const isTrainedFor = trainedFor(session, departmentOf)
    return { windowId, queues, load, freeSince: freeSince || session.signedOnAt, isTrainedFor }
  })
  const chosen = windowFor(next, free)
  return { callable: callable.length, yourTurn: chosen?.windowId === own.windowId }
}
