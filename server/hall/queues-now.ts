import {
  closedBecause,
  minuteOfDay,
  minutesLeft,
  neverCloses,
} from '../../domain/hall/opening-hours.ts'
import { isSilent } from '../../domain/hall/window-state.ts'
import type { HallQueue, HallWindow } from '../../domain/hall/hall-configuration.ts'
import type { WindowSession } from '../../domain/hall/window-session.ts'
import type { WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import { callOrder } from '../../domain/queue/call-order.ts'
import { estimatedMinutes } from '../../domain/queue/closing-rule.ts'
import { mayCall } from '../../domain/queue/dispatch.ts'
import { recentOf } from '../../domain/queue/queue-day.ts'
import type { QueueNow } from '../../domain/queue/take-ticket.ts'
import type { QueueCode, Ticket, WaitingTicket } from '../../domain/queue/ticket.ts'
import { asWaiting, type EstimateWait, type HallState } from './hall-state.ts'

/** Departments whose items a clerk may take, by item. */
export type DepartmentOf = (itemId: string) => string | undefined

/** A window whose clerk is there and not paused. */
export function isOnDuty(session: WindowSession | undefined, now: number): boolean {
  return session !== undefined && session.paused === null && !isSilent(session, now)
}

function windowsOf({ configuration }: HallState, queue: QueueCode): readonly HallWindow[] {
  return configuration.configuration.windows.filter(({ queues }) => queues.includes(queue))
}

export function onDutyFor(state: HallState, queue: QueueCode, now: number): number {
  return windowsOf(state, queue).filter(({ windowId }) =>
    isOnDuty(state.sessions.get(windowId), now),
  ).length
}

export function waitingIn({ waiting }: HallState, queue: QueueCode): number {
  let count = 0
  for (const { ticket } of waiting.values()) if (ticket.queue === queue) count += 1
  return count
}

/** The queue as the rules for taking a ticket ask it. Undefined: the hall has no such queue. */
export function queueNow(
  state: HallState,
  code: QueueCode,
  calendar: WorkingCalendar,
  now: number,
): QueueNow | undefined {
  const { queues, hours } = state.configuration.configuration
  const queue = queues.find((one) => one.queue === code)
  if (queue === undefined) return undefined
  const minute = minuteOfDay(now)
  return {
    now,
    closedBecause: closedBecause({ day: state.day, minute }, hours, calendar),
    open: queue.open,
    windows: windowsOf(state, code).length,
    onDuty: onDutyFor(state, code, now),
    averageMinutes: queue.averageMinutes,
    waiting: waitingIn(state, code),
    minutesLeft: neverCloses(hours) ? Number.POSITIVE_INFINITY : minutesLeft(minute, hours.periods),
  }
}

/** Whether the clerk passed the course that an item asks for. */
export function trainedFor(
  session: Pick<WindowSession, 'training'> | undefined,
  departmentOf: DepartmentOf,
): (itemId: string) => boolean {
  return (itemId) => {
    const department = departmentOf(itemId)
    return department === undefined || (session?.training.includes(department) ?? false)
  }
}

/** Tickets that the window may call now: of its queues, bound to no other window on duty, for items its clerk is trained for. */
export function callableAt(
  state: HallState,
  window: HallWindow,
  session: Pick<WindowSession, 'training'>,
  departmentOf: DepartmentOf,
): WaitingTicket[] {
  const { windowId, queues } = window
  const callable: WaitingTicket[] = []
  const here = { queues, isTrainedFor: trainedFor(session, departmentOf) }
  for (const entry of state.waiting.values()) {
    const { forWindow } = entry.ticket
    if (forWindow !== null && forWindow !== windowId && state.sessions.has(forWindow)) continue
    if (mayCall(here, entry.ticket)) callable.push(asWaiting(entry, state.head))
  }
  return callable
}

type Positions = {
  readonly revision: number
  readonly minute: number
  readonly of: Map<string, number>
}
const positions = new WeakMap<HallState, Positions>()

/** How many are called before each that waits, in its queue, as things are now. */
export function positionsIn(state: HallState, now: number): ReadonlyMap<string, number> {
  const minute = Math.floor(now / 60_000)
  const known = positions.get(state)
  if (known?.revision === state.revision && known.minute === minute) return known.of
  const of = new Map<string, number>()
  for (const { queue } of state.configuration.configuration.queues) {
    const waiting = [...state.waiting.values()]
      .filter(({ ticket }) => ticket.queue === queue)
      .map((entry) => asWaiting(entry, state.head))
    for (const [place, { ticketId }] of callOrder(
      waiting,
      recentOf(state.head, [queue]),
      now,
    ).entries())
      of.set(ticketId, place)
  }
  positions.set(state, { revision: state.revision, minute, of })
  return of
}

export function queueOf({ configuration }: HallState, code: QueueCode): HallQueue | undefined {
  return configuration.configuration.queues.find(({ queue }) => queue === code)
}

/** The clerk of the window where the ticket is has gone silent. */
export function isStranded({ sessions }: HallState, ticket: Ticket, now: number): boolean {
  if (ticket.status !== 'called' && ticket.status !== 'serving' && ticket.status !== 'held')
    return false
  const session = sessions.get(ticket.windowId)
  return session === undefined || isSilent(session, now)
}

/** The wait by the averages of the layout: before there are services to learn from. */
export const byAverages: EstimateWait = (state, queue, now, ticketId) => {
  const onDuty = onDutyFor(state, queue, now)
  if (onDuty === 0) return null
  const ahead =
    ticketId === undefined ? waitingIn(state, queue) : (positionsIn(state, now).get(ticketId) ?? 0)
  return estimatedMinutes(ahead, queueOf(state, queue)?.averageMinutes ?? 0, onDuty)
}
