import type { FastifyInstance } from 'fastify'
import { ABA_HALL } from '../catalogue/aba/load-hall.ts'
import { recentOf } from '../domain/queue/queue-day.ts'
import type { Instant } from '../domain/shared/ids.ts'
import type { BookingContext, HallLayout } from './booking/booking-context.ts'
import { closeBookings } from './booking/close-bookings.ts'
import { bookingRoutes } from './booking/routes.ts'
import type { ComposedHall } from './compose-hall.ts'
import type { ReferenceData } from './database/reference-data.ts'
import { asWaiting, type HallState, inHandAt } from './hall/hall-state.ts'
import { isOnDuty } from './hall/queues-now.ts'
import type { HallNow } from './hall-forecast/forecast-context.ts'
import { createForecaster } from './hall-forecast/forecaster.ts'
import { forecastRoutes } from './hall-forecast/routes.ts'
import type { HttpContext } from './http/http-context.ts'
import type { SendMessage } from './messages/send-message.ts'

export type BookingSetting = {
  readonly reference: ReferenceData
  readonly hall: ComposedHall
  readonly sendMessage: SendMessage
}

export type ComposedBooking = {
  /** Takes back what the hall can no longer keep: a day that became a holiday. Answers how many. */
  readonly closeBookings: (regionCode: number) => Promise<number>
}

/** Appointments and forecasts, on what the hall is and does. */
export function composeBooking(
  server: FastifyInstance,
  http: HttpContext,
  { reference, hall, sendMessage }: BookingSetting,
): ComposedBooking {
  const hallNowOf = createHallNow()
  const forecast = {
    http,
    hallNow: async (regionCode: number) =>
      hallNowOf(await hall.store.look(regionCode), Date.parse(http.clock(regionCode))),
  }
  const forecaster = createForecaster(forecast)
  forecastRoutes(server, forecast, forecaster)
  const context: BookingContext = {
    http,
    reference,
    layout: async (regionCode) => layoutOf(await hall.store.look(regionCode)),
    takeTicket: async (regionCode, { slotAt, ...wish }) => {
      const given = await hall.giveTicket(
        regionCode,
        { ...wish, priorityReason: null, slotAt: slotAt && Date.parse(slotAt) },
        { accountId: null, name: '预约签到' },
      )
      return given.ok ? { ok: true, number: given.ticket.number } : given
    },
    isAtHall: async (request, visitor) =>
      visitor?.actor.role === 'hall-manager' ||
      (visitor?.actor.role === 'window-clerk' && visitor.postOpen) ||
      (await hall.findDevice(http.regionCode, request))?.kind === 'kiosk',
    onClosed: async ({ regionCode, bookingId, accountId, queueName, when, reason }) =>
      await sendMessage({
        regionCode,
        kind: 'booking-closed',
        key: `booking:${bookingId}:closed`,
        to: { accountId },
        item: queueName,
        number: when,
        until: reason,
        link: '/book',
        at: new Date().toISOString() as Instant,
      }),
  }
  bookingRoutes(server, context)
  hall.offerForecasts({
    estimate: (state, queue, now, ticketId) =>
      forecaster.estimate(state.regionCode, hallNowOf(state, now), queue, ticketId),
    onTaken: (state, { ticketId, queue, takenAt }) => {
      // The ticket is given whatever becomes of this line: a forecast that is not kept is one fewer to compare.
      forecaster
        .keep(state.regionCode, hallNowOf(state, takenAt), ticketId, queue)
        .catch((error: unknown) => server.log.warn({ error }, 'a forecast was not kept'))
    },
  })
  return { closeBookings: async (regionCode) => await closeBookings(context, regionCode) }
}

/**
 * What the hall offers to book: queues that are open and that some window serves. A demonstration that never closes books
 * by the shipped hours: nobody makes an appointment for three in the morning.
 */
function layoutOf({ configuration }: HallState): HallLayout {
  const { queues, windows, zones, hours } = configuration.configuration
  const served = new Set(windows.flatMap((window) => window.queues))
  return {
    queues: queues
      .filter(({ queue, open }) => open && served.has(queue))
      .map(({ queue, name, zoneId }) => ({
        queue,
        name,
        zoneName: zones.find((zone) => zone.zoneId === zoneId)?.name ?? '',
      })),
    names: new Map(queues.map(({ queue, name }) => [queue, name])),
    hours: hours.days === 'every-day' ? ABA_HALL.hours : hours,
  }
}

/** The hall as forecasts see it; the same object until something moves or a minute has gone. */
function createHallNow() {
  type Kept = { readonly revision: number; readonly minute: number; readonly hall: HallNow }
  const kept = new WeakMap<HallState, Kept>()
  return (state: HallState, now: number): HallNow => {
    const { revision } = state
    const minute = Math.floor(now / 60_000)
    const known = kept.get(state)
    if (known?.revision === revision && known.minute === minute) return known.hall
    const { queues, windows } = state.configuration.configuration
    const hall: HallNow = {
      now,
      day: state.day,
      queues: queues.map(({ queue, name }) => ({ queue, name })),
      layout: windows.map(({ windowId, queues: serves }) => ({ windowId, queues: serves })),
      usualMinutes: Object.fromEntries(
        queues.map(({ queue, averageMinutes }) => [queue, averageMinutes]),
      ),
      onDuty: windows
        .filter(({ windowId }) => isOnDuty(state.sessions.get(windowId), now))
        .map(({ windowId, queues: serves }) => ({
          queues: serves,
          serving: inHandAt(state, windowId) ?? null,
        })),
      waiting: [...state.waiting.values()].map((ticket) => asWaiting(ticket, state.head)),
      recentOf: (codes) => recentOf(state.head, codes),
    }
    kept.set(state, { revision, minute, hall })
    return hall
  }
}
