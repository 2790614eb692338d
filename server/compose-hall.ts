import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ABA_HALL } from '../catalogue/aba/load-hall.ts'
import type { HallConfiguration } from '../domain/hall/hall-configuration.ts'
import type { Ticket } from '../domain/queue/ticket.ts'
import type { AnyViolation } from './http/refusal.ts'
import type { ReferenceData } from './database/reference-data.ts'
import { createBoard } from './hall/board.ts'
import { dayTicketRoutes } from './hall/day-ticket-routes.ts'
import { deviceRoutes } from './hall/device-routes.ts'
import { type DeviceRow, findDevice } from './hall/devices.ts'
import { evaluationRoutes } from './hall/evaluation.ts'
import { feedRoutes } from './hall/feed-routes.ts'
import { figureRoutes } from './hall/figures.ts'
import { followUpRoutes } from './hall/follow-up-routes.ts'
import { openFollowUps } from './hall/follow-ups.ts'
import { fillRoster } from './hall/fill-roster.ts'
import { type Given, giveTicket, type GiveTicket } from './hall/give-ticket.ts'
import type { Author } from './hall/hall-act.ts'
import type { ContactRating, HallContext } from './hall/hall-context.ts'
import { createHallHub } from './hall/hall-hub.ts'
import type { EstimateWait, HallState } from './hall/hall-state.ts'
import { createHallStore, type HallStore } from './hall/hall-store.ts'
import { managerRoutes } from './hall/manager-routes.ts'
import { byAverages } from './hall/queues-now.ts'
import { ticketRoutes } from './hall/ticket-routes.ts'
import { windowRoutes } from './hall/window-routes.ts'
import type { HttpContext } from './http/http-context.ts'

/** Milliseconds between two looks at what other servers did, behind the hints that they send. */
const LOOK_EVERY_MS = 1_000

export type ComposedHall = {
  readonly store: HallStore
  /** Another server committed something: look, and tell the screens. */
  readonly hint: (regionCode: number) => void
  /** A ticket for somebody who checks in, by another capability. */
  readonly giveTicket: (regionCode: number, wish: GiveTicket, by: Author) => Promise<Given>
  /** The paired device that sends a request. */
  readonly findDevice: (
    regionCode: number,
    request: FastifyRequest,
  ) => Promise<DeviceRow | undefined>
  /** Tickets of past days become void; answers how many. */
  readonly closePastDays: (regionCode: number) => Promise<number>
  /** Gives the posts of the shipped layout to the clerks of their windows, if nobody has any yet. */
  readonly fillRoster: (regionCode: number) => Promise<void>
  /** Bad grades of the counter that wait for a call. */
  readonly openFollowUps: (regionCode: number) => Promise<number>
  /** Forecasts hand in how long people wait, and keep what the holder of a new ticket was told. */
  readonly offerForecasts: (forecasts: Forecasts) => void
  readonly close: () => void
}

export type Forecasts = {
  readonly estimate: EstimateWait
  readonly onTaken: (state: HallState, ticket: Ticket) => void
}

export type HallSetting = {
  readonly reference: ReferenceData
  readonly severalServers: boolean
  /** Tells other servers that something was committed. */
  readonly onCommit: (regionCode: number) => void
  readonly rateAsApplicant: (
    regionCode: number,
    rating: ContactRating & { readonly text: string },
  ) => Promise<AnyViolation | null>
}

/** The hall: queue, windows, screens, devices. */
export function composeHall(
  server: FastifyInstance,
  http: HttpContext,
  { reference, severalServers, onCommit, rateAsApplicant }: HallSetting,
): ComposedHall {
  const hub = createHallHub()
  let forecasts: Forecasts = { estimate: byAverages, onTaken: () => undefined }
  const store = createHallStore({
    db: http.db,
    clock: http.clock,
    shipped: http.demonstration === null ? ABA_HALL : openAllDay(ABA_HALL),
    onChange: hub.tell,
    severalServers,
    onCommit,
    estimate: (...asked) => forecasts.estimate(...asked),
  })
  const context: HallContext = {
    http,
    reference,
    store,
    hub,
    onTaken: (regionCode, ticket) => {
      const state = store.known(regionCode)
      if (state !== undefined) forecasts.onTaken(state, ticket)
    },
    rateContact: async (regionCode, rating) => {
      // Voluntary beside the grade of the counter: a contact that has its rating keeps it.
      return (await rateAsApplicant(regionCode, { ...rating, text: '' })) === null
    },
  }
  const board = createBoard(context)
  ticketRoutes(server, context)
  windowRoutes(server, context)
  managerRoutes(server, context, board)
  dayTicketRoutes(server, context)
  followUpRoutes(server, context)
  deviceRoutes(server, http)
  evaluationRoutes(server, context)
  figureRoutes(server, context)
  feedRoutes(server, context, board)
  const look = (regionCode: number) => {
    if (hub.listeners() > 0) store.look(regionCode).catch(() => undefined)
  }
  const timer = severalServers ? setInterval(() => look(http.regionCode), LOOK_EVERY_MS) : undefined
  timer?.unref()
  return {
    store,
    hint: look,
    giveTicket: async (...given) => await giveTicket(context, ...given),
    findDevice: async (regionCode, request) => await findDevice(http, regionCode, request),
    closePastDays: async (regionCode) => await store.closePastDays(regionCode),
    fillRoster: async (regionCode) => await fillRoster(http, store, regionCode),
    openFollowUps: async (regionCode) => await openFollowUps(context, regionCode),
    offerForecasts: (offered) => {
      forecasts = offered
    },
    close: () => clearInterval(timer),
  }
}

/** A newcomer looks at the demonstration at any hour; the notice gives no hours to show instead. */
function openAllDay(shipped: HallConfiguration): HallConfiguration {
  const hours = { periods: [{ from: 0, to: 1_440 }], days: 'every-day', confirmed: false } as const
  return { ...shipped, hours }
}
