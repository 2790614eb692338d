import type { QueueForecast } from '../../contract/hall-forecast.ts'
import {
  minutesOf,
  outlookOf,
  type PlayedLine,
  type QueueOutlook,
} from '../../domain/queue/forecast-queue.ts'
import type { PriorityClass, QueueCode } from '../../domain/queue/ticket.ts'
import type { ForecastContext, HallNow } from './forecast-context.ts'
import { createServiceLengths, type ServiceLengths } from './service-lengths.ts'

const KEEP = `
  insert into wait_forecast (region_code, ticket_id, queue_id, day, at, ahead, windows, p50, p90, services)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (region_code, ticket_id) do nothing`

export type Forecaster = {
  /** What somebody is told who takes a ticket now. */
  readonly outlook: (regionCode: number) => Promise<{ at: string; queues: QueueForecast[] }>
  /** Whole minutes that half of the people wait no longer than; null: no window serves the queue. */
  readonly estimate: (
    regionCode: number,
    hall: HallNow,
    queue: QueueCode,
    ticketId?: string,
  ) => number | null
  /** Writes down what the holder of a ticket just taken was told, to be held against the real wait. */
  readonly keep: (
    regionCode: number,
    hall: HallNow,
    ticketId: string,
    queue: QueueCode,
  ) => Promise<void>
}

export function createForecaster({ http, hallNow }: ForecastContext): Forecaster {
  const lengths = createServiceLengths(http)
  const outlooks = new WeakMap<HallNow, Outlooks>()
  const playedLines = new Map<string, PlayedLine>()

  /** One line is played through once, whoever asks about it, and not again for every act of the hall. */
  function outlookIn(
    regionCode: number,
    hall: HallNow,
    learnt: ServiceLengths,
    queue: QueueCode,
  ): QueueOutlook {
    const known = outlooks.get(hall)
    const made: Outlooks =
      known?.learnt === learnt ? known : { learnt, of: new Map<QueueCode, QueueOutlook>() }
    outlooks.set(hall, made)
    const line = `${regionCode} ${queue}`
    const outlook =
      made.of.get(queue) ?? outlookOf({ ...hall, ...learnt }, queue, playedLines.get(line))
    made.of.set(queue, outlook)
    playedLines.set(line, outlook.played)
    return outlook
  }

  return {
    outlook: async (regionCode) => {
      const [hall, services] = await Promise.all([hallNow(regionCode), lengths.read(regionCode)])
      const queues = hall.queues.map((queue) =>
        forecastOf(hall, queue, outlookIn(regionCode, hall, services, queue.queue)),
      )
      return { at: http.clock(regionCode), queues }
    },
    estimate: (regionCode, hall, queue, ticketId) => {
      const { aheadOf, forecastAt } = outlookIn(regionCode, hall, lengths.last(regionCode), queue)
      const forecast = forecastAt(aheadOf(ticketId), priorityOf(hall, ticketId))
      return forecast && minutesOf(forecast.p50)
    },
    keep: async (regionCode, hall, ticketId, queue) => {
      const services = await lengths.read(regionCode)
      const {
        windows,
        services: made,
        aheadOf,
        forecastAt,
      } = outlookIn(regionCode, hall, services, queue)
      const ahead = aheadOf(ticketId)
      const forecast = forecastAt(ahead, priorityOf(hall, ticketId))
      // Nobody is at a window yet: nothing was told, and nothing can be right or wrong.
      if (forecast === null) return
      const told = [Math.round(forecast.p50), Math.round(forecast.p90), made]
      const at = http.clock(regionCode)
      await http.db.query(KEEP, [
        regionCode,
        ticketId,
        queue,
        hall.day,
        at,
        ahead,
        windows,
        ...told,
      ])
    },
  }
}

type Outlooks = { readonly learnt: ServiceLengths; readonly of: Map<QueueCode, QueueOutlook> }

/** The class of a ticket that waits; somebody who is still at home is ordinary. */
function priorityOf({ waiting }: HallNow, ticketId: string | undefined): PriorityClass {
  return waiting.find((ticket) => ticket.ticketId === ticketId)?.priority ?? 'ordinary'
}

function forecastOf(
  { waiting }: HallNow,
  { queue, name }: { readonly queue: QueueCode; readonly name: string },
  { windows, services, aheadOf, forecastAt }: QueueOutlook,
): QueueForecast {
  const forecast = forecastAt(aheadOf())
  return {
    queue,
    queueName: name,
    waiting: waiting.filter((ticket) => ticket.queue === queue).length,
    windows,
    p50: forecast && minutesOf(forecast.p50),
    p90: forecast && minutesOf(forecast.p90),
    services,
  }
}
