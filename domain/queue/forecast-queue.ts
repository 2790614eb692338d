import { callOrder } from './call-order.ts'
import type { PriorityClass, QueueCode, WaitingTicket } from './ticket.ts'
import { forecastWait, type WaitForecast } from './wait-forecast.ts'

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

/** A forecast with what it was made from. */
export type QueueOutlook = {
  readonly ahead: number
  readonly windows: number
  /** Null: no window serves the queue now. */
  readonly forecast: WaitForecast | null
}

/** Later than everybody: for somebody who is still at home. */
const NEWCOMER = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * How long a ticket of the queue waits; without one, somebody ordinary who takes one now. Windows that serve several queues
 * are shared by all who wait in them, in the order in which the hall calls.
 */
export function forecastQueue(
  situation: QueueSituation,
  queue: QueueCode,
  ticketId?: string,
): QueueOutlook {
  const { now, onDuty, waiting, recentOf, services, usualMinutes } = situation
  const serving = onDuty.filter(({ queues }) => queues.includes(queue))
  const shared = [...new Set(serving.flatMap(({ queues }) => queues))].toSorted()
  const inLine = waiting.filter((ticket) => shared.includes(ticket.queue))
  const asked = ticketId ?? NEWCOMER
  const line = ticketId === undefined ? [...inLine, newcomer(queue, now)] : inLine
  const place = callOrder(line, recentOf(shared), now).findIndex((one) => one.ticketId === asked)
  const ahead = Math.max(0, place)
  const forecast = forecastWait({
    services: shared.flatMap((code) => services[code] ?? []),
    usualSeconds: (usualMinutes[queue] ?? 10) * 60,
    ahead,
    windows: serving.length,
    busy: serving.filter(({ busy }) => busy).length,
  })
  return { ahead, windows: serving.length, forecast }
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
