import type { QueueForecast } from '../../contract/hall-forecast.ts'
import { forecastQueue, minutesOf } from '../../domain/queue/forecast-queue.ts'
import type { QueueCode } from '../../domain/queue/ticket.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { ForecastContext, HallNow } from './forecast-context.ts'
import { createServiceLengths } from './service-lengths.ts'

const KEEP = `
  insert into wait_forecast (region_code, ticket_id, queue_id, day, at, ahead, windows, p50, p90, services)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (region_code, ticket_id) do nothing`

export type Forecaster = {
  /** What somebody is told who takes a ticket now. */
  readonly outlook: (regionCode: number) => Promise<{ at: string; queues: QueueForecast[] }>
  /** Writes down what the holder of a ticket just taken was told, to be held against the real wait. */
  readonly keep: (regionCode: number, ticketId: string, queue: QueueCode) => Promise<void>
}

export function createForecaster({ http, hallNow }: ForecastContext): Forecaster {
  const lengthsOf = createServiceLengths(http.db)
  const situationOf = async (regionCode: number) => {
    const at = http.clock(regionCode)
    const [hall, services] = await Promise.all([
      hallNow(regionCode),
      lengthsOf(regionCode, localDateOf(at)),
    ])
    return { at, situation: { ...hall, services } }
  }
  return {
    outlook: async (regionCode) => {
      const { at, situation } = await situationOf(regionCode)
      return { at, queues: situation.queues.map((queue) => forecastOf(situation, queue)) }
    },
    keep: async (regionCode, ticketId, queue) => {
      const { at, situation } = await situationOf(regionCode)
      const { ahead, windows, forecast } = forecastQueue(situation, queue, ticketId)
      // Nobody is at a window yet: nothing was told, and nothing can be right or wrong.
      if (forecast === null) return
      const { p50, p90, services } = forecast
      const told = [ahead, windows, Math.round(p50), Math.round(p90), services]
      await http.db.query(KEEP, [regionCode, ticketId, queue, situation.day, at, ...told])
    },
  }
}

function forecastOf(
  situation: HallNow & { readonly services: Parameters<typeof forecastQueue>[0]['services'] },
  { queue, name }: { readonly queue: QueueCode; readonly name: string },
): QueueForecast {
  const { windows, forecast } = forecastQueue(situation, queue)
  return {
    queue,
    queueName: name,
    waiting: situation.waiting.filter((ticket) => ticket.queue === queue).length,
    windows,
    p50: forecast && minutesOf(forecast.p50),
    p90: forecast && minutesOf(forecast.p90),
    services: forecast?.services ?? 0,
  }
}
