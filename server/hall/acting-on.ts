import type { ActingOn } from '../../domain/queue/decide-ticket.ts'
import { callsOf } from '../../domain/queue/queue-day.ts'
import type { QueueCode, Ticket } from '../../domain/queue/ticket.ts'
import type { Session } from '../http/session.ts'
import { type HallState, inHandAt, sessionOfClerk } from './hall-state.ts'
import { type DepartmentOf, isStranded, trainedFor } from './queues-now.ts'

/** Who acts on a ticket, from where, as the rules ask it. `null`: the holder at a kiosk. */
export function actingOn(
  state: HallState,
  ticket: Ticket,
  session: Session | null,
  now: number,
  departmentOf?: DepartmentOf,
): ActingOn {
  const windowId =
    session === null ? null : (sessionOfClerk(state, session.actor.accountId)?.windowId ?? null)
  return {
    now,
    windowId,
    as: session === null ? 'holder' : session.actor.role === 'hall-manager' ? 'manager' : 'clerk',
    inHand: windowId === null ? null : (inHandAt(state, windowId)?.number ?? null),
    silent: isStranded(state, ticket, now),
    calls: callsOf(state.head, ticket.queue),
    faultOfTarget: (queue, target) =>
      faultOfTarget(state, queue, target) ?? untrainedAt(state, ticket, target, departmentOf),
  }
}

/** A ticket for an item waits in vain at a window whose clerk may not take it. */
function untrainedAt(
  { sessions }: HallState,
  { itemId }: Ticket,
  windowId: number | null,
  departmentOf: DepartmentOf | undefined,
): string | null {
  const session = windowId === null ? undefined : sessions.get(windowId)
  if (itemId === null || session === undefined || departmentOf === undefined) return null
  return trainedFor(session, departmentOf)(itemId)
    ? null
    : `${windowId} 号窗口的人员没有这个事项所属部门的培训登记，请选择其他窗口，或者只选队列。`
}

function faultOfTarget(
  { configuration }: HallState,
  queue: QueueCode,
  windowId: number | null,
): string | null {
  const { queues, windows } = configuration.configuration
  if (!queues.some((one) => one.queue === queue)) return '大厅没有这个队列，请选择其他队列。'
  const serving = windows.filter((window) => window.queues.includes(queue))
  if (serving.length === 0) return '本厅没有办理这类业务的窗口，请选择其他队列。'
  if (windowId === null || serving.some((window) => window.windowId === windowId)) return null
  return windows.some((window) => window.windowId === windowId)
    ? `${windowId} 号窗口不办理这类业务，请选择其他窗口。`
    : `大厅没有 ${windowId} 号窗口，请从列表中选择。`
}
