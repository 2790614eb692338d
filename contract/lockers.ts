import { z } from 'zod'
import { BOX_STATES, CLERK_ACTS, KIOSK_NEWS } from '../domain/locker/box-use.ts'
import { DEVICE_FAULT_CODES } from './device-faults.ts'
import { ReadingProof } from './device-kinds.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing, Text } from './shared.ts'
import { CommandId } from './tickets.ts'

// Results in a locker (取件柜): a clerk puts an issued result into a box, its applicant takes it at a kiosk against number,
// query code, identity card and signature; the trail of the application has the delivery, a log the hands between.

const Box = z.int().min(1, '格口号从 1 起').max(999)
const Moment = z.iso.datetime({ offset: true })

export const BoxUse = z.strictObject({
  depositId: z.string(),
  applicationId: z.string(),
  number: z.string(),
  /** Masked, as in every list. */
  applicantName: z.string(),
  box: z.int(),
  state: z.enum(BOX_STATES),
  stateName: z.string(),
  /** The door failed, or opened and nobody confirmed that the box is empty: somebody has to look. */
  needsLook: z.boolean(),
  /** What the locker said of its door, in Chinese; null: nothing. */
  fault: z.string().nullable(),
  putInByName: z.string(),
  putInAt: z.string(),
  openedAt: z.string().nullable(),
})
export type BoxUse = z.output<typeof BoxUse>

export const listBoxUses = operation({
  operationId: 'listBoxUses',
  method: 'GET',
  path: '/api/lockers/boxes',
  access: ['window-clerk', 'hall-manager', 'supervisor'],
  summary: '取件柜：正在使用的格口',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ uses: z.array(BoxUse) }),
})
/** `depositId` is made by the sender. Refusals: locker-not-possible, box-taken, already-in-locker. */
export const reserveBox = operation({
  operationId: 'reserveBox',
  method: 'POST',
  path: '/api/lockers/boxes',
  access: ['window-clerk'],
  summary: '取件柜：为已出件的结果占用格口',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ depositId: z.uuid(), applicationId: z.uuid(), box: Box }),
  reply: z.strictObject({ use: BoxUse }),
})
/** What the clerk did or found at the box. Refusal: box-act-not-possible. */
export const actOnBox = operation({
  operationId: 'actOnBox',
  method: 'POST',
  path: '/api/lockers/boxes/:depositId/acts',
  access: ['window-clerk'],
  summary: '取件柜：放入、核对、取回',
  params: z.strictObject({ depositId: z.uuid() }),
  query: Nothing,
  body: z.strictObject({ commandId: CommandId, act: z.enum(CLERK_ACTS) }),
  reply: z.strictObject({ use: BoxUse }),
})

/** A reader's signature is over `collectionId` as its challenge. */
const Identity = z.strictObject({
  number: Text(40),
  entry: z.enum(['manual', 'reader']),
  proof: ReadingProof.nullable(),
})
/**
 * Kiosk's header. Number and code are guessed and locked as in looking up the progress; the identity is the applicant's.
 * Refusals: device-unknown, progress-not-found, progress-locked, identity-mismatch, locker-empty.
 */
export const askForBox = operation({
  operationId: 'askForBox',
  method: 'POST',
  path: '/api/lockers/collections',
  access: 'public',
  summary: '取件柜：凭编号、密码、证件和签名取件（自助机）',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    collectionId: z.uuid(),
    number: Text(40),
    code: Text(12),
    identity: Identity,
    signature: z
      .string()
      .max(280_000, '签名图片过大，请重新签名')
      .regex(/^data:image\/png;base64,[A-Za-z0-9+/=]+$/, '签名须为 PNG 图片'),
  }),
  reply: z.strictObject({ box: z.int() }),
})
/** Kiosk's header: what the door did, then what the person said. Sent again it is the same. */
export const tellOfBox = operation({
  operationId: 'tellOfBox',
  method: 'POST',
  path: '/api/lockers/collections/:collectionId/news',
  access: 'public',
  summary: '取件柜：开门和取走的情况（自助机）',
  params: z.strictObject({ collectionId: z.uuid() }),
  query: Nothing,
  body: z.strictObject({
    commandId: CommandId,
    news: z.enum(KIOSK_NEWS),
    /** With `opened`: the door's own word. */
    openedAt: Moment.nullable(),
    /** With `stuck`: why. */
    fault: z.enum(DEVICE_FAULT_CODES).nullable(),
  }),
  reply: z.strictObject({ state: z.enum(BOX_STATES) }),
})
