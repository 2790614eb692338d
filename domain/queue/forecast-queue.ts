import { callOrder } from './call-order.ts'
import type { PriorityClass, QueueCode, WaitingTicket } from './ticket.ts'
import {
  forecastAt,
  forecastWaits,
  MOST_AHEAD,
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
  /** Share of recent tickets, 0 to 1, that were booked or of priority: they go before ordinary ones that came earlier. */
  readonly boostedShare: number
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
  readonly forecastAt: (ahead: number, priority?: PriorityClass) => WaitForecast | null
  /** What each place in the line waits, to go on with a moment later. */
  readonly played: PlayedLine
}

/** A line that was played through, and when; milliseconds since 1970. */
export type PlayedLine = {
  readonly at: number
  /** The windows that serve it and what stands at them. */
  readonly windows: string
  readonly services: QueueSituation['services']
  readonly forecasts: readonly WaitForecast[]
}

const USUAL_MINUTES = 10
/** The order rule lets an ordinary one through after two others, so that nobody is held up more than this. */
const MOST_BOOSTED = 0.5
/** Milliseconds that a line played through stands for the line as it is: a wait is told in minutes. */
const PLAYED_FOR = 5_000
/** Places played beyond the end, for those who come meanwhile. */
const TO_COME = 16
/** Later than everybody: for somebody who is still at home. */
const NEWCOMER = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * What waiting in the queue means at this moment. Windows that serve several queues are shared by all who wait in them, in
 * the order in which the hall calls, each taking as long as services of its own queue do.
 */
export function outlookOf(
  situation: QueueSituation,
  queue: QueueCode,
  before?: PlayedLine,
): QueueOutlook {
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
  const at = serving.map((window) => `${window.queues.join('')}:${window.serving?.queue ?? ''}`)
  const known = { windows: at.join(' '), services, now, places: order.length + 1 }
  const played: PlayedLine = stillHolds(before, known)
    ? before
    : {
        at: now,
        windows: known.windows,
        services,
        forecasts: forecastWaits(
          [
            ...order.map((ticket) => sampleFor(ticket.queue)),
            ...Array.from({ length: TO_COME }, () => sampleFor(queue)),
          ],
          serving.map(({ serving: there }) => ({
            serving: there && {
              sample: sampleFor(there.queue),
              since: Math.max(0, now - there.calledAt) / 1000,
            },
          })),
        ),
      }
  return {
    windows: serving.length,
    services: shared.reduce((sum, code) => sum + (services[code]?.length ?? 0), 0),
    aheadOf: (ticketId) =>
      Math.max(0, ticketId === undefined ? atTheEnd : (places.get(ticketId) ?? 0)),
    forecastAt: (ahead, priority = 'ordinary') => {
      const forecast = forecastAt(played.forecasts, ahead)
      return forecast && overtaken(forecast, priority === 'ordinary' ? situation.boostedShare : 0)
    },
    played,
  }
}

/** Played a moment ago for the same windows, with somebody at the same ones, and at least as far as the line reaches now. */
function stillHolds(
  before: PlayedLine | undefined,
  known: Pick<PlayedLine, 'windows' | 'services'> & {
    readonly now: number
    readonly places: number
  },
): before is PlayedLine {
  if (before === undefined) return false
  const age = known.now - before.at
  return (
    age >= 0 &&
    age < PLAYED_FOR &&
    before.windows === known.windows &&
    before.services === known.services &&
    Math.min(known.places, MOST_AHEAD + 1) <= before.forecasts.length
  )
}

/** While an ordinary one waits, others come who go before it: the wait grows by their share of the work. */
function overtaken({ p50, p90 }: WaitForecast, share: number): WaitForecast {
  const times = 1 / (1 - Math.min(share, MOST_BOOSTED))
  return { p50: p50 * times, p90: p90 * times }
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
