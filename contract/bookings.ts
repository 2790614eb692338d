import { z } from 'zod'
import { BOOKABLE_QUEUES } from '../domain/booking/booking-rules.ts'
import { BOOKING_STANDINGS } from '../domain/booking/booking.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, OptionalText, Text } from './shared.ts'

const Queue = z.enum(BOOKABLE_QUEUES)
/** 09:30 */
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间请写成 09:30 的样子')
const BookingParams = z.strictObject({ bookingId: z.uuid('预约标识不是有效的 UUID') })

/** One appointment as its person sees it. */
export const BookingView = z.strictObject({
  bookingId: z.string(),
  standing: z.enum(BOOKING_STANDINGS),
  standingName: z.string(),
  queue: Queue,
  queueName: z.string(),
  itemId: z.string().nullable(),
  itemName: z.string().nullable(),
  day: z.string(),
  from: z.string(),
  to: z.string(),
  /** Eight digits, typed or scanned at the kiosk or the window; null once it opens nothing. */
  code: z.string().nullable(),
  checkInFrom: z.string(),
  checkInUntil: z.string(),
  cancelUntil: z.string(),
  mayCancel: z.boolean(),
  /** Why the centre took it back. */
  reason: z.string().nullable(),
  ticketId: z.string().nullable(),
  madeAt: z.string(),
})
export type BookingView = z.output<typeof BookingView>

/** The numbers of the rules, with the mark that they are local policy not yet confirmed. */
export const BookingRulesView = z.strictObject({
  mark: z.string(),
  daysAhead: z.int(),
  cancelBeforeMinutes: z.int(),
  checkInBeforeMinutes: z.int(),
  checkInAfterMinutes: z.int(),
  noShows: z.int(),
  noShowDays: z.int(),
  suspendedDays: z.int(),
})

export const BookingSlot = z.strictObject({
  from: z.string(),
  to: z.string(),
  capacity: z.int(),
  free: z.int(),
})
export const BookingDay = z.strictObject({
  day: z.string(),
  /** 周六 made a working day: 调休上班; null on an ordinary day. */
  dayName: z.string().nullable(),
  /** Why there is nothing to book: 国庆节, 周末, or that the hall is closed. Null: open. */
  closedBecause: z.string().nullable(),
  slots: z.array(BookingSlot),
})

/** Half-hours of a queue from the next working day on, with the closed days between. Nobody's name. */
export const listBookingDays = operation({
  operationId: 'listBookingDays',
  method: 'GET',
  path: '/api/bookings/days',
  access: 'public',
  summary: '可预约的日期和时段',
  params: Nothing,
  query: z.strictObject({ queue: Queue }),
  body: NoBody,
  reply: z.strictObject({
    today: z.string(),
    rules: BookingRulesView,
    queues: z.array(z.strictObject({ queue: Queue, name: z.string(), zoneName: z.string() })),
    days: z.array(BookingDay),
  }),
})

/**
 * `bookingId` is made by the sender: sent twice it is one booking. Refusals: booking-day-closed, booking-slot-unknown,
 * booking-slot-full, booking-one-a-day, booking-suspended, queue-not-bookable.
 */
export const makeBooking = operation({
  operationId: 'makeBooking',
  method: 'POST',
  path: '/api/bookings',
  access: ['applicant'],
  summary: '预约',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    bookingId: z.uuid('缺少预约标识 bookingId'),
    queue: Queue,
    itemId: OptionalText(64).nullable(),
    day: Day,
    from: Clock,
  }),
  reply: BookingView,
})

export const listMyBookings = operation({
  operationId: 'listMyBookings',
  method: 'GET',
  path: '/api/bookings/mine',
  access: ['applicant'],
  summary: '本人的预约',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    /** Those to come first, then the past ones, the newest first; at most 50. */
    bookings: z.array(BookingView),
    noShows: z.int(),
    /** The last day without booking online; null: none. Walking in is always open. */
    suspendedUntil: z.string().nullable(),
    rules: BookingRulesView,
  }),
})

/** Refusals: booking-not-found, booking-too-late-to-cancel, booking-ended. */
export const cancelBooking = operation({
  operationId: 'cancelBooking',
  method: 'POST',
  path: '/api/bookings/:bookingId/cancel',
  access: ['applicant'],
  summary: '取消预约',
  params: BookingParams,
  query: Nothing,
  body: z.strictObject({ commandId: z.uuid('缺少命令标识 commandId') }),
  reply: BookingView,
})

/**
 * At the kiosk or the window: by the code, or by the number on the card. From 15 minutes before the half-hour to 15 after, a
 * ticket of class booked; later that day an ordinary one. The same command, and whoever comes twice, gets the same ticket.
 * By identity only at a paired device or a clerk's window. Refusals: booking-not-found, booking-too-early, booking-ended,
 * code-locked, and the hall's own.
 */
export const checkIn = operation({
  operationId: 'checkInBooking',
  method: 'POST',
  path: '/api/bookings/check-in',
  access: 'public',
  summary: '预约签到取号（凭预约码或者证件）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    commandId: z.uuid('缺少命令标识 commandId'),
    by: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('code'), code: Text(12) }),
      z.strictObject({ kind: z.literal('identity'), number: Text(40) }),
    ]),
  }),
  reply: z.strictObject({
    bookingId: z.string(),
    ticketId: z.string(),
    /** Y003; an ordinary one for whoever came late. */
    ticketNumber: z.string(),
    late: z.boolean(),
    from: z.string(),
    to: z.string(),
    queueName: z.string(),
  }),
})
