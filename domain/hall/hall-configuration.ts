import type { QueueCode } from '../queue/ticket.ts'

export const ZONE_IDS = ['approval', 'public-service', 'convenience', 'self-service'] as const
export type ZoneId = (typeof ZONE_IDS)[number]

export type HallZone = { readonly zoneId: ZoneId; readonly name: string }

export type HallQueue = {
  readonly queue: QueueCode
  readonly name: string
  readonly zoneId: ZoneId
  /** Whole minutes a person takes on average: for the estimate and the closing rule. */
  readonly averageMinutes: number
  /** Tickets are given out. */
  readonly open: boolean
}

export type HallWindow = {
  /** The number over the counter. */
  readonly windowId: number
  readonly name: string
  readonly zoneId: ZoneId
  readonly queues: readonly QueueCode[]
}

/** A/B posts (AB 岗): the A post holder sits there, the B post holder takes over in absence. */
export type HallPost = {
  readonly post: number
  readonly windowId: number
  readonly turn: 'A' | 'B'
  /** Who has the post; null: not filled. */
  readonly accountId: string | null
}

/** Minutes of the day in China, [from, to). */
export type OpenPeriod = { readonly from: number; readonly to: number }

export type HallHours = {
  /** Of a working day, in order, without overlap. */
  readonly periods: readonly OpenPeriod[]
  /** `working-days`: the working calendar closes the hall; `every-day`: a demonstration that never closes. */
  readonly days: 'working-days' | 'every-day'
  /** What the notice does not give stays marked until the owner confirms it. */
  readonly confirmed: boolean
}

/** How the hall is laid out and when it is open: saved as a whole, each version kept. */
export type HallConfiguration = {
  readonly zones: readonly HallZone[]
  readonly queues: readonly HallQueue[]
  readonly windows: readonly HallWindow[]
  readonly posts: readonly HallPost[]
  readonly hours: HallHours
}
