import { z } from 'zod'
import { PRIORITY_CLASSES, QUEUE_CODES, TICKET_STATUSES } from '../domain/queue/ticket.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, OptionalText, Page } from './shared.ts'
import { TicketForStaff, TicketParams } from './tickets.ts'

const HALL = ['hall-manager', 'supervisor'] as const

/** A ticket of any day, as its row stands. */
export const TicketOfDay = z.strictObject({
  ticketId: z.string(),
  number: z.string(),
  day: z.string(),
  queue: z.enum(QUEUE_CODES),
  queueName: z.string(),
  priority: z.enum(PRIORITY_CLASSES),
  priorityName: z.string(),
  itemName: z.string().nullable(),
  status: z.enum(TICKET_STATUSES),
  statusName: z.string(),
  /** Why it is void; null: it is not. */
  voidCause: z.string().nullable(),
  takenAt: z.string(),
  slotAt: z.string().nullable(),
  /** The first call. */
  calledAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  windowId: z.int().nullable(),
  clerkName: z.string().nullable(),
  /** Taken at a kiosk without the server. */
  offline: z.boolean(),
  /** Called out of order at least once (特呼). */
  special: z.boolean(),
  /** Acts open to the caller now: `transfer`, `return`, `void`; none for a ticket that has ended. */
  possible: z.array(z.string()),
})
export type TicketOfDay = z.output<typeof TicketOfDay>

/** Every ticket of a day, the newest first, live and ended. `number`: begins with. `windowId`: was called there last. */
export const hallTickets = operation({
  operationId: 'hallTickets',
  method: 'GET',
  path: '/api/hall/day-tickets',
  access: HALL,
  summary: '全天号票',
  params: Nothing,
  query: z.strictObject({
    day: Day.optional(),
    status: z.enum(TICKET_STATUSES).optional(),
    queue: z.enum(QUEUE_CODES).optional(),
    windowId: z.coerce.number('窗口号是数字').int().min(1).max(99).optional(),
    number: OptionalText(10).optional(),
    /** Only tickets called out of order. */
    special: z.literal('yes').optional(),
    ...Page,
  }),
  body: NoBody,
  reply: z.strictObject({
    day: z.string(),
    rows: z.array(TicketOfDay),
    next: z.string().nullable(),
    /** Of the day under the same filter. */
    count: z.int(),
  }),
})
/** One ticket and everything that happened to it, oldest first: with window, clerk and reason. */
export const ticketHistory = operation({
  operationId: 'ticketHistory',
  method: 'GET',
  path: '/api/hall/tickets/:ticketId/history',
  access: HALL,
  summary: '号票经过',
  params: TicketParams,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    ticket: TicketOfDay,
    events: z.array(
      z.strictObject({
        at: z.string(),
        act: z.string(),
        actName: z.string(),
        windowId: z.int().nullable(),
        byName: z.string(),
        text: z.string(),
      }),
    ),
    applications: TicketForStaff.shape.applications,
    /** Grade at the evaluator; null: none was given. */
    grade: z.int().nullable(),
  }),
})
