import { callOrder } from './call-order.ts'
import type { PriorityClass, QueueCode, WaitingTicket } from './ticket.ts'
import {
  forecastAt,
  forecastWaits,
  sampleOf,
  type ServiceSample,
  type WaitForecast,
} from './wait-forecast.ts'

/** The hall at a moment, as far as a wait depends on it. Times in milliseconds since 1970. */
export type QueueSituation = {
  readonly now: number
  readonly usualMinutes: Readonly<Partial<Record<QueueCode, number>>>
  /** Windows with a clerk who is there and not paused. */
  readonly onDuty: readonly {
    readonly queues: readonly QueueCode[]
    /** Who stands there; null: nobody. */
    readonly serving: { readonly queue: QueueCode; readonly calledAt: number } | null
  }[]
  readonly waiting: readonly WaitingTicket[]
  /** Classes of the last calls of these queues, oldest first. */
  readonly recentOf: (queues: readonly QueueCode[]) => readonly PriorityClass[]
  /** Seconds from call to end of recent services. */
  readonly services: Readonly<Partial<Record<QueueCode, readonly number[]>>>
}

/** How long the line of a queue is, and what each place in it waits. */
export type QueueOutlook = {
  /** Windows that serve the queue now. */
  readonly windows: number
  /** Real services that the forecast rests on. */
  readonly services: number
  /** How many are called before the ticket; without one, before somebody ordinary who takes one now. */
  readonly aheadOf: (ticketId?: string) => number
  /** Null: no window serves the queue now. */
  readonly forecastAt: (ahead: number) => WaitForecast | null
}

const USUAL_MINUTES = 10
/** Later than everybody: for somebody who is still at home. */
const NEWCOMER = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * What waiting in the queue means at this moment. Windows that serve several queues are shared by all who wait in them, in
 * the order in which the hall calls, each taking as long as services of its own queue do.
 */
export function outlookOf(situation: QueueSituation, queue: QueueCode): QueueOutlook {
  const { now, onDuty, waiting, recentOf, services, usualMinutes } = situation
  const serving = onDuty.filter(({ queues }) => queues.includes(queue))
  const shared = [...new Set(serving.flatMap(({ queues }) => queues))].toSorted()
  const line = waiting.filter((ticket) => shared.includes(ticket.queue))
  const samples = new Map<QueueCode, ServiceSample>()
  const sampleFor = (code: QueueCode): ServiceSample => {
    const known = samples.get(code)
    if (known !== undefined) return known
    const usualSeconds = (usualMinutes[code] ?? USUAL_MINUTES) * 60
    const sample = sampleOf(services[code] ?? [], usualSeconds)
    samples.set(code, sample)
    return sample
  }
  const recent = recentOf(shared)
  const order = callOrder(line, recent, now)
  const places = new Map(order.map(({ ticketId }, place) => [ticketId, place]))
  const atTheEnd = callOrder([...line, newcomer(queue, now)], recent, now).findIndex(
    ({ ticketId }) => ticketId === NEWCOMER,
  )
  const forecasts = forecastWaits(
    order.map((ticket) => sampleFor(ticket.queue)),
    serving.map(({ serving: at }) => ({
      serving: at && { sample: sampleFor(at.queue), since: Math.max(0, now - at.calledAt) / 1000 },
    })),
  )
  return {
    windows: serving.length,
    services: shared.reduce((sum, code) => sum + (services[code]?.length ?? 0), 0),
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
