import { callOrder } from './call-order.ts'
import type { PriorityClass, QueueCode, WaitingTicket } from './ticket.ts'
import { forecastAt, forecastWaits, type WaitForecast } from './wait-forecast.ts'

/** The hall at a moment, as far as a wait depends on it. */
export type QueueSituation = {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly usualMinutes: Readonly<Partial<Record<QueueCode, number>>>
  /** Windows with a clerk who is there and not paused. */
  readonly onDuty: readonly { readonly queues: readonly QueueCode[]; readonly busy: boolean }[]
  readonly waiting: readonly WaitingTicket[]
  /** Classes of the last calls of these queues, oldest first. */
  readonly recentOf: (queues: readonly QueueCode[]) => readonly PriorityClass[]
  /** Seconds of recent services. */
  readonly services: Readonly<Partial<Record<QueueCode, readonly number[]>>>
}

/** How long the line of a queue is, and what each place in it waits. */
export type QueueOutlook = {
  /** Windows that serve the queue now. */
  readonly windows: number
  /** How many are called before the ticket; without one, before somebody ordinary who takes one now. */
  readonly aheadOf: (ticketId?: string) => number
  /** Null: no window serves the queue now. */
  readonly forecastAt: (ahead: number) => WaitForecast | null
}

/** Later than everybody: for somebody who is still at home. */
const NEWCOMER = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * What waiting in the queue means at this moment. Windows that serve several queues are shared by all who wait in them, in
 * the order in which the hall calls.
 */
export function outlookOf(situation: QueueSituation, queue: QueueCode): QueueOutlook {
  const { now, onDuty, waiting, recentOf, services, usualMinutes } = situation
  const serving = onDuty.filter(({ queues }) => queues.includes(queue))
  const shared = [...new Set(serving.flatMap(({ queues }) => queues))].toSorted()
  const line = waiting.filter((ticket) => shared.includes(ticket.queue))
  const recent = recentOf(shared)
  const places = new Map(
    callOrder(line, recent, now).map(({ ticketId }, place) => [ticketId, place]),
  )
  const atTheEnd = callOrder([...line, newcomer(queue, now)], recent, now).findIndex(
    ({ ticketId }) => ticketId === NEWCOMER,
  )
  const forecasts = forecastWaits(
    {
      services: shared.flatMap((code) => services[code] ?? []),
      usualSeconds: (usualMinutes[queue] ?? 10) * 60,
      windows: serving.length,
      busy: serving.filter(({ busy }) => busy).length,
    },
    line.length,
  )
  return {
    windows: serving.length,
    aheadOf: (ticketId) =>
      Math.max(0, ticketId === undefined ? atTheEnd : (places.get(ticketId) ?? 0)),
    forecastAt: (ahead) => forecastAt(forecasts, ahead),
  }
}

function newcomer(queue: QueueCode, now: number): WaitingTicket {
  return {
    ticketId: NEWCOMER,
    queue,
    priority: 'ordinary',
    takenAt: now,
    slotAt: null,
    itemId: null,
    band: 'line',
    letPass: 0,
  }
}

/** Whole minutes, rounded up: nobody is told less than it takes. */
export function minutesOf(seconds: number): number {
  return Math.ceil(seconds / 60)
}
