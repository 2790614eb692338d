import type { FastifyRequest } from 'fastify'
import type { HallHours } from '../../domain/hall/hall-configuration.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { QueueCode } from '../../domain/queue/ticket.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import type { HttpContext } from '../http/http-context.ts'
import type { AnyViolation } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'

/** What appointments know of the hall. */
export type HallLayout = {
  /** Queues that give out tickets, in the hall's order. */
  readonly queues: readonly {
    readonly queue: QueueCode
    readonly name: string
    readonly zoneName: string
  }[]
  readonly hours: HallHours
  /** Names of all queues, also of those that give out none. */
  readonly names?: ReadonlyMap<QueueCode, string>
}

export type TicketWish = {
  /** Made here: asked for again it is the same ticket. */
  readonly ticketId: string
  readonly queue: QueueCode
  readonly itemId: string | null
  /** Start of the booked half-hour; null: an ordinary ticket for whoever came late. */
  readonly slotAt: Instant | null
  /** Number of the person's document. */
  readonly identity: string | null
}

export type TakenTicket =
  | { readonly ok: true; readonly number: string }
  | { readonly ok: false; readonly violation: AnyViolation }

/** A booking that the centre takes back. */
export type ClosedBooking = {
  readonly regionCode: number
  readonly bookingId: string
  readonly accountId: string
  readonly queueName: string
  /** 3 月 9 日 09:30 */
  readonly when: string
  readonly reason: string
}

/** What the capability is given beside HTTP; compose-booking.ts puts it together. */
export type BookingContext = {
  readonly http: HttpContext
  readonly reference: ReferenceData
  readonly layout: (regionCode: number) => Promise<HallLayout>
  readonly takeTicket: (regionCode: number, wish: TicketWish) => Promise<TakenTicket>
  /** The request comes from a paired device of the hall, from a clerk or from the hall manager: only there a card's number counts. */
  readonly isAtHall: (request: FastifyRequest, visitor: Session | undefined) => Promise<boolean>
  /** Tells the person, as a courtesy; the same booking told twice is told once. */
  readonly onClosed: (closed: ClosedBooking) => Promise<void>
}
