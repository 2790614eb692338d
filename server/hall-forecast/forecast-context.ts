import type { QueueSituation } from '../../domain/queue/forecast-queue.ts'
import type { QueueCode } from '../../domain/queue/ticket.ts'
import type { HttpContext } from '../http/http-context.ts'

/** The hall as forecasts see it. */
export type HallNow = Omit<QueueSituation, 'services'> & {
  readonly day: string
  readonly queues: readonly { readonly queue: QueueCode; readonly name: string }[]
  /** Every window of the layout and what it serves. */
  readonly layout: readonly {
    readonly windowId: number
    readonly queues: readonly QueueCode[]
  }[]
}

/** What the capability is given beside HTTP; compose-booking.ts puts it together. */
export type ForecastContext = {
  readonly http: HttpContext
  /** The hall as it is now, other servers' acts included. The same object while nothing moved. */
  readonly hallNow: (regionCode: number) => Promise<HallNow>
}
