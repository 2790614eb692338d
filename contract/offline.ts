import { z } from 'zod'
import { PRIORITY_REASONS, QUEUE_CODES } from '../domain/queue/ticket.ts'
import { ApplicantBody, MaterialState, SituationBody } from './application-commands.ts'
import { ReadingProof } from './device-kinds.ts'
import { FilledFormSchema } from './forms.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, OptionalText, Text } from './shared.ts'

// A hall that survives: numbers reserved in advance, a journal kept on the device while the server is out of reach, and
// its merging afterwards. Kiosks sign with `x-hall-device: <token>` (contract/tickets.ts), clerks with their session.

export const RANGE_KINDS = ['receipt', 'ticket'] as const
/** How many entries travel at once; the sender keeps their order. */
export const MOST_ENTRIES = 50

const Instant = z.iso.datetime({ message: '时间须为 2026-03-02T01:30:00.000Z 的样子' })
const Id = z.uuid()
const Key = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** Numbers of one day that nobody else is given. `secret` (32 bytes, base64url) proves that an entry comes from their holder. */
export const OfflineRange = z.strictObject({
  rangeId: z.string(),
  kind: z.enum(RANGE_KINDS),
  day: Day,
  /** `513200-20260302-` or `A`: the number is the prefix and the serial, padded to `digits`. */
  prefix: z.string(),
  digits: z.int(),
  first: z.int(),
  last: z.int(),
  secret: Key,
  issuedAt: z.string(),
})
export type OfflineRange = z.output<typeof OfflineRange>

/**
 * By which one machine knows itself: `turn` as it sent last, `next` made for this time and kept until it is answered. A copy
 * of the machine comes with an older one and is refused (offline-range-elsewhere). `turn` null: nothing is kept here.
 */
export const MachineTurn = z.strictObject({ turn: Id.nullable(), next: Id })
export type MachineTurn = z.output<typeof MachineTurn>

const Ranges = z.strictObject({
  /** Milliseconds since 1970, so that a device learns how wrong its own clock is. */
  serverNow: z.int(),
  ranges: z.array(OfflineRange),
})

/** The clerk's keys, the newest first: a journal begun under an older one is still opened. */
export const issueOfflineKey = operation({
  operationId: 'issueOfflineKey',
  method: 'POST',
  path: '/api/offline/key',
  access: ['window-clerk'],
  summary: '领取离线日志密钥（本人）',
  params: Nothing,
  query: Nothing,
  body: Nothing,
  reply: z.strictObject({
    serverNow: z.int(),
    keys: z.array(z.strictObject({ keyId: z.string(), key: Key, issuedAt: z.string() })),
  }),
})
/**
 * Receipt numbers for today and the next working day. What this device already holds is answered again; a range named in
 * `spent` is followed by a new one. Refusals: offline-range-elsewhere.
 */
export const reserveReceipts = operation({
  operationId: 'reserveReceipts',
  method: 'POST',
  path: '/api/offline/ranges',
  access: ['window-clerk'],
  summary: '预留离线收件编号',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    deviceId: Id,
    spent: z.array(Id).max(50),
    machine: MachineTurn.optional(),
  }),
  reply: Ranges,
})
/** Ticket numbers of a paired kiosk, a range for each queue. Refusals: device-unknown, offline-range-exhausted, offline-range-elsewhere. */
export const reserveTickets = operation({
  operationId: 'reserveTickets',
  method: 'POST',
  path: '/api/offline/ticket-ranges',
  access: 'public',
  summary: '预留离线号票（已配对的自助机）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    queues: z.array(z.enum(QUEUE_CODES)).min(1).max(QUEUE_CODES.length),
    spent: z.array(Id).max(50),
    machine: MachineTurn.optional(),
  }),
  reply: Ranges,
})

const stamp = {
  entryId: Id,
  /** Its place in the journal, from 1. */
  seq: z.int().min(1),
  /** The real time, by the server's clock as the device knew it. */
  takenAt: Instant,
  /** What the device's own clock said. */
  deviceAt: Instant,
  /** Milliseconds by which the server was ahead of it when last heard; null: never heard. */
  aheadMs: z.int().nullable(),
  /** The page that wrote it had itself heard the server, and counted on since without the device's clock. */
  steady: z.boolean(),
}
/** `proof`: HMAC-SHA256 in hex under the range's secret, over `entryId|number|takenAt`. Null: the range was used up. */
export const ReservedNumber = z
  .strictObject({
    rangeId: Id,
    number: Text(40),
    proof: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .nullable()
export type ReservedNumber = z.output<typeof ReservedNumber>

/** 收件 without the server. The files follow by `uploadMaterial` with their entry's id as `fileId`. */
export const OfflineIntake = z.strictObject({
  ...stamp,
  kind: z.literal('intake'),
  reserved: ReservedNumber,
  application: z.strictObject({
    applicationId: Id,
    itemId: Text(64),
    applicant: ApplicantBody,
    channel: z.enum(['window', 'post']),
    materials: z.record(z.string().regex(/^\d{1,3}$/), MaterialState),
    insist: z.boolean(),
    /** Number of the application whose certificate is to be renewed: looked up when the server is there again. */
    renews: Text(40).nullable(),
    situation: SituationBody.optional(),
    form: FilledFormSchema.nullable().optional(),
    identityEntry: z.enum(['manual', 'reader']).optional(),
    identityProof: ReadingProof.nullable().optional(),
  }),
})
export type OfflineIntake = z.output<typeof OfflineIntake>

const ReceiptPrinted = z.strictObject({
  ...stamp,
  kind: z.literal('receipt-printed'),
  intakeId: Id,
  number: OptionalText(40),
})
export const OfflineTicketTaken = z.strictObject({
  ...stamp,
  kind: z.literal('ticket-taken'),
  reserved: ReservedNumber,
  ticketId: Id,
  queue: z.enum(QUEUE_CODES),
  priorityReason: z.enum(PRIORITY_REASONS).nullable(),
  itemId: OptionalText(64).nullable(),
})
export type OfflineTicketTaken = z.output<typeof OfflineTicketTaken>
/** By the number on the ticket: the window does not know what else the kiosk wrote down. */
export const OfflineTicketAct = z.strictObject({
  ...stamp,
  kind: z.enum(['ticket-called', 'ticket-passed', 'ticket-finished']),
  number: Text(10),
  windowId: z.int().min(1).max(99),
})
export type OfflineTicketAct = z.output<typeof OfflineTicketAct>

export const OfflineEntry = z.discriminatedUnion('kind', [
  OfflineIntake,
  ReceiptPrinted,
  OfflineTicketTaken,
  OfflineTicketAct,
])
export type OfflineEntry = z.output<typeof OfflineEntry>

export const MERGE_STATES = ['merged', 'renumbered', 'conflict', 'discarded'] as const
/**
 * `renumbered`: it is in, under another number than the one on the paper, and the applicant must be told. `conflict`: it is
 * kept, and waits for the clerk. With the code and the sentence why.
 */
export const MergeResult = z.strictObject({
  entryId: z.string(),
  state: z.enum(MERGE_STATES),
  applicationId: z.string().nullable(),
  number: z.string().nullable(),
  /** On the paper that was handed out. */
  printedNumber: z.string().nullable(),
  code: z.string().nullable(),
  sentence: z.string().nullable(),
})
export type MergeResult = z.output<typeof MergeResult>

const mergeBody = {
  deviceId: Id,
  journalId: Id,
  /** The device's own clock as it sends, milliseconds since 1970: shows whether it was set meanwhile. */
  deviceNow: z.int(),
}
const Merged = z.strictObject({ serverNow: z.int(), results: z.array(MergeResult) })

/** In the journal's order; sent again each entry is answered as it was. One that is refused never stops those after it. */
export const mergeJournal = operation({
  operationId: 'mergeJournal',
  method: 'POST',
  path: '/api/offline/merge',
  access: ['window-clerk'],
  summary: '归并离线日志（本人）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ ...mergeBody, entries: z.array(OfflineEntry).min(1).max(MOST_ENTRIES) }),
  reply: Merged,
})
/** From a paired kiosk: tickets only. */
export const mergeTickets = operation({
  operationId: 'mergeTickets',
  method: 'POST',
  path: '/api/offline/ticket-merge',
  access: 'public',
  summary: '归并离线号票（已配对的自助机）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    ...mergeBody,
    entries: z.array(OfflineTicketTaken).min(1).max(MOST_ENTRIES),
  }),
  reply: Merged,
})

/** What a clerk still has to work off, with enough to know the person at the counter again. */
export const OpenEntry = MergeResult.extend({
  kind: z.string(),
  takenAt: z.string(),
  mergedAt: z.string(),
  itemName: z.string().nullable(),
  applicantName: z.string().nullable(),
  phone: z.string().nullable(),
})
export type OpenEntry = z.output<typeof OpenEntry>

export const listOpenEntries = operation({
  operationId: 'listOpenEntries',
  method: 'GET',
  path: '/api/offline/entries',
  access: ['window-clerk'],
  summary: '离线归并待处理（本人）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ entries: z.array(OpenEntry) }),
})
/**
 * `again`: merge it once more, the cause being gone. `retime`: the device's clock was wrong, the clerk states the real time.
 * `told`: the applicant knows the new number. `discard`: it is not to be received; its number is voided, with the reason.
 */
export const settleEntry = operation({
  operationId: 'settleEntry',
  method: 'POST',
  path: '/api/offline/entries/:entryId/settle',
  access: ['window-clerk'],
  summary: '处理离线归并中的冲突',
  params: z.strictObject({ entryId: Id }),
  query: Nothing,
  body: z.strictObject({
    commandId: z.uuid('缺少命令标识 commandId'),
    act: z.enum(['again', 'retime', 'told', 'discard']),
    takenAt: Instant.nullable(),
    reason: OptionalText(200),
  }),
  reply: MergeResult,
})
