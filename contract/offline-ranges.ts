import { z } from 'zod'
import { QUEUE_CODES } from '../domain/queue/ticket.ts'
import { RANGE_KINDS } from './offline.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, OptionalText } from './shared.ts'

// Who holds which reserved numbers, for those who answer for them.

const OVERSEERS = ['window-clerk', 'supervisor', 'system-admin', 'hall-manager'] as const
const Id = z.uuid()

/** `used`: merged so far. `voided`: never used, the day being over or the range returned (a voided number stays visible). */
export const RangeStanding = z.strictObject({
  rangeId: z.string(),
  kind: z.enum(RANGE_KINDS),
  day: Day,
  deviceId: z.string(),
  holder: z.string(),
  firstNumber: z.string(),
  lastNumber: z.string(),
  count: z.int(),
  issuedAt: z.string(),
  /** Who handed it out; null: the machine asked for it itself. */
  handedBy: z.string().nullable(),
  returnedAt: z.string().nullable(),
  returnedBy: z.string().nullable(),
  returnReason: z.string().nullable(),
  state: z.enum(['open', 'day-over', 'returned']),
  used: z.array(z.string()),
  voided: z.array(z.string()),
})
export type RangeStanding = z.output<typeof RangeStanding>

/** A second machine that came for numbers which another holds, and was refused. */
const CopySeen = z.strictObject({
  copyId: z.string(),
  holder: z.string(),
  refused: z.string(),
  at: z.string(),
  firstNumber: z.string().nullable(),
  lastNumber: z.string().nullable(),
})
/** A machine that has held numbers in the last thirty days: more may be handed to it. */
const RangeHolder = z.strictObject({
  deviceId: z.string(),
  kind: z.enum(RANGE_KINDS),
  holder: z.string(),
  seenAt: z.string(),
})
export type RangeHolder = z.output<typeof RangeHolder>

export const listRanges = operation({
  operationId: 'listRanges',
  method: 'GET',
  path: '/api/offline/ranges',
  access: OVERSEERS,
  summary: '离线预留号段（已用、作废）',
  params: Nothing,
  query: z.strictObject({ day: Day.optional() }),
  body: NoBody,
  reply: z.strictObject({
    day: Day,
    today: Day,
    /** The next working day: numbers are lent until then. */
    lastDay: Day,
    ranges: z.array(RangeStanding),
    /** Of that day. */
    copies: z.array(CopySeen),
    holders: z.array(RangeHolder),
  }),
})
/** Nothing of it will be used any more: by the holder, or for a device that is lost. */
export const returnRange = operation({
  operationId: 'returnRange',
  method: 'POST',
  path: '/api/offline/ranges/:rangeId/return',
  access: OVERSEERS,
  summary: '交回离线预留号段（未用编号作废）',
  params: z.strictObject({ rangeId: Id }),
  query: Nothing,
  body: z.strictObject({ commandId: z.uuid('缺少命令标识 commandId'), reason: OptionalText(200) }),
  reply: RangeStanding,
})
/**
 * One more range for a machine that is known; it fetches it when it next hears the server. `rangeId` is made by the sender:
 * sent twice it is one range. Refusals: offline-device-unknown, offline-range-exhausted, invalid-input.
 */
export const handOutRange = operation({
  operationId: 'handOutRange',
  method: 'POST',
  path: '/api/offline/ranges/hand-out',
  access: ['system-admin', 'hall-manager'],
  summary: '增发离线号段',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    rangeId: Id,
    deviceId: Id,
    /** Null: receipts, for a window. */
    queue: z.enum(QUEUE_CODES).nullable(),
    day: Day,
  }),
  reply: RangeStanding,
})
