import { z } from 'zod'
import { BOOKABLE_QUEUES } from '../domain/booking/booking-rules.ts'
import { BOOKING_STANDINGS } from '../domain/booking/booking.ts'
import { CAPACITY_SOURCES } from '../domain/booking/capacity-on.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, Text } from './shared.ts'

// Appointments from the hall's side: who comes, how many a half-hour takes, and what the hall cannot keep.

const Queue = z.enum(BOOKABLE_QUEUES)
const commandId = z.uuid('缺少命令标识 commandId')
const BookingParams = z.strictObject({ bookingId: z.uuid('预约标识不是有效的 UUID') })
const LOOKERS = ['hall-manager', 'window-clerk', 'supervisor'] as const
/** 0: the queue takes no appointments then. Null: no rule of its own any more. */
const Capacity = z.int().min(0, '不能小于 0').max(200, '最多 200 个').nullable()

/** One appointment as the hall sees it: the name masked, of the code the last four digits. */
export const DayBooking = z.strictObject({
  bookingId: z.string(),
  queue: Queue,
  queueName: z.string(),
  from: z.string(),
  to: z.string(),
  name: z.string(),
  codeTail: z.string(),
  itemName: z.string().nullable(),
  standing: z.enum(BOOKING_STANDINGS),
  standingName: z.string(),
  /** Why the centre took it back. */
  reason: z.string().nullable(),
  /** When the person checked in, cancelled, or the centre took it back. */
  endedAt: z.string().nullable(),
  /** Of somebody who did not come, the oldest first. */
  notes: z.array(z.strictObject({ text: z.string(), by: z.string(), at: z.string() })),
})
export type DayBooking = z.output<typeof DayBooking>

/** Who is expected: for the hall manager, the windows and supervision. Names masked. */
export const listDayBookings = operation({
  operationId: 'listDayBookings',
  method: 'GET',
  path: '/api/bookings/of-day',
  access: LOOKERS,
  summary: '某日的预约',
  params: Nothing,
  query: z.strictObject({ day: Day.optional() }),
  body: NoBody,
  reply: z.strictObject({
    day: z.string(),
    today: z.string(),
    closedBecause: z.string().nullable(),
    bookings: z.array(DayBooking),
    capacities: z.array(
      z.strictObject({
        queue: Queue,
        queueName: z.string(),
        capacity: z.int(),
        /** `rules`: the default, 待业主确认. */
        source: z.enum(CAPACITY_SOURCES),
        /** The day from which it holds; null: the default. */
        setFrom: z.string().nullable(),
      }),
    ),
  }),
})

/** Seats of a half-hour: what was set, and what comes of it on the days ahead. */
export const readBookingPlan = operation({
  operationId: 'readBookingPlan',
  method: 'GET',
  path: '/api/bookings/plan',
  access: ['hall-manager', 'supervisor'],
  summary: '预约号源和停约日',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    today: z.string(),
    /** The defaults are nobody's decision yet. */
    mark: z.string(),
    /** The last day that a citizen may book today. */
    bookableUntil: z.string(),
    slotMinutes: z.int(),
    queues: z.array(
      z.strictObject({
        queue: Queue,
        queueName: z.string(),
        /** Whether the hall gives out its tickets at all. */
        offered: z.boolean(),
        /** The default of the rules. */
        usual: z.int(),
      }),
    ),
    /** What holds now or will hold, the newest first. */
    settings: z.array(
      z.strictObject({
        queue: Queue,
        kind: z.enum(['every-day', 'weekday', 'date']),
        /** 1: Monday. */
        weekday: z.int().nullable(),
        /** From that day on; for a date the date itself. */
        day: z.string(),
        capacity: z.int().nullable(),
        setBy: z.string(),
        setAt: z.string(),
      }),
    ),
    /** From today on, each calendar day. */
    days: z.array(
      z.strictObject({
        day: z.string(),
        dayName: z.string().nullable(),
        /** 国庆节, 周末, or the hall manager's own words. Null: open. */
        closedBecause: z.string().nullable(),
        /** Closed by the hall manager, who may open it again. */
        closedHere: z.boolean(),
        slots: z.int(),
        queues: z.array(
          z.strictObject({
            queue: Queue,
            capacity: z.int(),
            source: z.enum(CAPACITY_SOURCES),
            booked: z.int(),
          }),
        ),
        /** Appointments that stand, and those that the centre took back. */
        booked: z.int(),
        takenBack: z.int(),
      }),
    ),
  }),
})

/** Holds from that day on, every day or one weekday; or on one date. Seats that are taken stay taken. */
export const setBookingCapacity = operation({
  operationId: 'setBookingCapacity',
  method: 'PUT',
  path: '/api/bookings/capacity',
  access: ['hall-manager'],
  summary: '设置每个半小时的预约号源',
  params: Nothing,
  query: Nothing,
  body: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('every-day'),
      queue: Queue,
      validFrom: Day,
      capacity: z.int().min(0, '不能小于 0').max(200, '最多 200 个'),
    }),
    z.strictObject({
      kind: z.literal('weekday'),
      queue: Queue,
      /** 1: Monday, 7: Sunday. */
      weekday: z.int().min(1).max(7),
      validFrom: Day,
      capacity: Capacity,
    }),
    z.strictObject({ kind: z.literal('date'), queue: Queue, day: Day, capacity: Capacity }),
  ]),
  reply: z.strictObject({ queue: Queue, day: z.string(), capacity: z.int().nullable() }),
})

/**
 * No appointments that day: who had one is told why and may book another. Walking in is as open as the hall. With `closed`
 * false it takes appointments again; those taken back stay so. Refusals: invalid-input, booking-day-closed.
 */
export const closeBookingDay = operation({
  operationId: 'closeBookingDay',
  method: 'PUT',
  path: '/api/bookings/days/:day/closing',
  access: ['hall-manager'],
  summary: '停止或者恢复某日的预约',
  params: z.strictObject({ day: Day }),
  query: Nothing,
  body: z.strictObject({ closed: z.boolean(), reason: Text(40) }),
  reply: z.strictObject({
    day: z.string(),
    closed: z.boolean(),
    /** Appointments taken back by this. */
    takenBack: z.int(),
  }),
})

/** The centre takes back one appointment, and tells the person why. Refusals: booking-not-found, booking-ended. */
export const takeBackBooking = operation({
  operationId: 'takeBackBooking',
  method: 'POST',
  path: '/api/bookings/:bookingId/take-back',
  access: ['hall-manager'],
  summary: '由中心取消一个预约（告知原因）',
  params: BookingParams,
  query: Nothing,
  body: z.strictObject({ commandId, reason: Text(40) }),
  reply: z.strictObject({ bookingId: z.string() }),
})

/** Why somebody did not come, as far as the hall knows. Changes nothing about the count. Refusals: booking-not-found, booking-not-missed. */
export const noteNoShow = operation({
  operationId: 'noteNoShow',
  method: 'POST',
  path: '/api/bookings/:bookingId/notes',
  access: ['hall-manager'],
  summary: '爽约备注',
  params: BookingParams,
  query: Nothing,
  /** `noteId` is made by the sender: sent twice it is one note. */
  body: z.strictObject({ noteId: z.uuid('缺少备注标识 noteId'), text: Text(200) }),
  reply: z.strictObject({ bookingId: z.string() }),
})
