import { z } from 'zod'
import { Day } from './shared.ts'

// What each kind of device can be asked and what it tells by itself. Bytes travel as base64, lengths in millimetres,
// moments as ISO 8601 with a zone.

const Moment = z.iso.datetime({ offset: true })
/** At most 12 MB of bytes. */
const Bytes = z.base64().min(4).max(16_000_000)
const Nothing = z.strictObject({})

/**
 * What a signing reader signs: the UTF-8 text `payload`, by Ed25519, under a key that the server knows by `keyId`
 * (fingerprint: the first 16 hexadecimal digits of the SHA-256 of the raw public key). The text itself is `SignedPayload`.
 */
export const ReadingProof = z.strictObject({
  algorithm: z.literal('ed25519'),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  payload: z.string().min(2).max(2000),
  signature: z.base64().max(200),
})
export type ReadingProof = z.output<typeof ReadingProof>

/** `challenge` is the id of the application that the reading is for: a reading serves once. */
export const SignedPayload = z.strictObject({
  name: z.string().min(1).max(100),
  idNumber: z.string().min(1).max(40),
  readAt: Moment,
  challenge: z.string().max(64),
})
export type SignedPayload = z.output<typeof SignedPayload>

export const IdReading = z.strictObject({
  name: z.string().min(1).max(100),
  sex: z.enum(['male', 'female']),
  nation: z.string().max(30),
  bornOn: Day,
  address: z.string().max(200),
  idNumber: z.string().regex(/^[1-9]\d{16}[\dX]$/),
  issuer: z.string().max(100),
  validFrom: Day,
  /** Null: 长期. */
  validUntil: Day.nullable(),
  photo: z.strictObject({ mediaType: z.enum(['image/jpeg', 'image/png']), data: Bytes }).nullable(),
  /** Null: the reader does not sign; what it read counts as typed by the clerk. */
  proof: ReadingProof.nullable(),
})
export type IdReading = z.output<typeof IdReading>

export const CapturedPage = z.strictObject({
  mediaType: z.enum(['image/jpeg', 'image/png']),
  width: z.int().min(1).max(20_000),
  height: z.int().min(1).max(20_000),
  data: Bytes,
})
export type CapturedPage = z.output<typeof CapturedPage>

/** Pixels of the pad; `t` in milliseconds since the first touch, `p` the pressure from 0 to 1. */
const StrokePoint = z.strictObject({
  x: z.number().min(0),
  y: z.number().min(0),
  t: z.number().min(0),
  p: z.number().min(0).max(1).optional(),
})
/** Picture, strokes, time and the hash of what was shown; not by itself a reliable electronic signature (ESL Art 13). */
export const PadSignature = z.strictObject({
  image: Bytes,
  width: z.int().min(1).max(10_000),
  height: z.int().min(1).max(10_000),
  strokes: z.array(z.array(StrokePoint).min(1).max(5000)).min(1).max(200),
  signedAt: Moment,
  documentHash: z.string().max(128).nullable(),
})
export type PadSignature = z.output<typeof PadSignature>

export const TicketLine = z.strictObject({
  /** Any script of the product's fonts: Chinese, Tibetan, Latin. */
  text: z.string().max(200),
  size: z.enum(['small', 'normal', 'large', 'huge']),
  align: z.enum(['left', 'center']),
  bold: z.boolean(),
})
export const TicketPaper = z.strictObject({
  lines: z.array(TicketLine).min(1).max(40),
  /** Printed as a QR code under the lines. */
  qr: z.string().max(300).nullable(),
  cut: z.boolean(),
})
export type TicketPaper = z.output<typeof TicketPaper>

const PrintJob = z.strictObject({
  pdf: Bytes,
  name: z.string().min(1).max(100),
  copies: z.int().min(1).max(20),
})
/** Which blank is in the printer: its offsets stand in the program's settings. */
const CertificateJob = PrintJob.extend({ blank: z.string().max(60).nullable() })
const Queued = z.strictObject({ job: z.string().max(200) })

/** The door's own word that it opened, for the record of who took what. */
export const LockerProof = z.strictObject({
  box: z.int().min(1).max(999),
  opened: z.literal(true),
  openedAt: Moment,
  /** Of the request, so that an answer belongs to one opening. */
  reference: z.string().max(64),
})
export const SelfTest = z.strictObject({
  passed: z.boolean(),
  /** Chinese, for whoever stands before the device. */
  sentence: z.string().min(1).max(300),
})
export type SelfTest = z.output<typeof SelfTest>

type OperationShape = {
  readonly input: z.ZodType
  readonly output: z.ZodType
  /** `person`: after `waiting` the answer may take as long as a person takes. */
  readonly waitsFor: 'machine' | 'person'
}
type KindShape = {
  readonly name: string
  readonly operations: Readonly<Record<string, OperationShape>>
  readonly events: Readonly<Record<string, z.ZodType>>
}

const selfTest = { input: Nothing, output: SelfTest, waitsFor: 'machine' } as const

export const DEVICE_KINDS = {
  'id-reader': {
    name: '身份证阅读器',
    operations: {
      read: {
        input: z.strictObject({ challenge: z.string().max(64).nullable() }),
        output: IdReading,
        waitsFor: 'machine',
      },
      'self-test': selfTest,
    },
    events: { 'card-inserted': Nothing, 'card-removed': Nothing },
  },
  'document-camera': {
    name: '高拍仪',
    operations: {
      capture: { input: Nothing, output: CapturedPage, waitsFor: 'machine' },
      'self-test': selfTest,
    },
    events: {},
  },
  'signature-pad': {
    name: '签字屏',
    operations: {
      sign: {
        input: z.strictObject({
          prompt: z.string().max(200),
          documentHash: z.string().max(128).nullable(),
        }),
        output: PadSignature,
        waitsFor: 'person',
      },
      'self-test': selfTest,
    },
    events: {},
  },
  evaluator: {
    name: '评价器',
    operations: {
      rate: {
        input: z.strictObject({ prompt: z.string().max(200) }),
        /** Never pre-filled: without a press there is no grade. */
        output: z.strictObject({ grade: z.int().min(1).max(5), text: z.string().max(500) }),
        waitsFor: 'person',
      },
      'self-test': selfTest,
    },
    events: {},
  },
  'ticket-printer': {
    name: '取号打印机',
    operations: {
      print: { input: TicketPaper, output: Queued, waitsFor: 'machine' },
      'self-test': selfTest,
    },
    events: {},
  },
  'page-printer': {
    name: 'A4 打印机',
    operations: {
      print: { input: PrintJob, output: Queued, waitsFor: 'machine' },
      'self-test': selfTest,
    },
    events: {},
  },
  'certificate-printer': {
    name: '证照套打机',
    operations: {
      print: { input: CertificateJob, output: Queued, waitsFor: 'machine' },
      'self-test': selfTest,
    },
    events: {},
  },
  'scan-gun': {
    name: '扫码枪',
    operations: { 'self-test': selfTest },
    events: { scanned: z.strictObject({ code: z.string().min(1).max(500) }) },
  },
  'led-bar': {
    name: '窗口条屏',
    operations: {
      show: {
        input: z.strictObject({ text: z.string().max(100) }),
        output: Nothing,
        waitsFor: 'machine',
      },
      'self-test': selfTest,
    },
    events: {},
  },
  locker: {
    name: '领件柜',
    operations: {
      open: {
        input: z.strictObject({
          box: z.int().min(1).max(999),
          reference: z.string().min(1).max(64),
        }),
        output: LockerProof,
        waitsFor: 'machine',
      },
      'self-test': selfTest,
    },
    events: { 'box-closed': z.strictObject({ box: z.int().min(1).max(999) }) },
  },
} as const satisfies Readonly<Record<string, KindShape>>

export type DeviceKind = keyof typeof DEVICE_KINDS
export const DEVICE_KIND_NAMES = Object.keys(DEVICE_KINDS) as [DeviceKind, ...DeviceKind[]]

export type OperationOf<Kind extends DeviceKind> = Extract<
  keyof (typeof DEVICE_KINDS)[Kind]['operations'],
  string
>
type ShapeOf<
  Kind extends DeviceKind,
  Name extends OperationOf<Kind>,
> = (typeof DEVICE_KINDS)[Kind]['operations'][Name] extends infer Shape extends OperationShape
  ? Shape
  : never
export type DeviceInput<Kind extends DeviceKind, Name extends OperationOf<Kind>> = z.input<
  ShapeOf<Kind, Name>['input']
>
export type DeviceOutput<Kind extends DeviceKind, Name extends OperationOf<Kind>> = z.output<
  ShapeOf<Kind, Name>['output']
>
export type EventOf<Kind extends DeviceKind> = Extract<
  keyof (typeof DEVICE_KINDS)[Kind]['events'],
  string
>
export type DeviceEventDetail<Kind extends DeviceKind, Name extends EventOf<Kind>> =
  (typeof DEVICE_KINDS)[Kind]['events'][Name] extends infer Schema extends z.ZodType
    ? z.output<Schema>
    : never

/** The shape of any operation by names that came over the wire. */
export function findOperation(kind: DeviceKind, name: string): OperationShape | undefined {
  const operations: Readonly<Record<string, OperationShape>> = DEVICE_KINDS[kind].operations
  return Object.hasOwn(operations, name) ? operations[name] : undefined
}

export function findEvent(kind: DeviceKind, name: string): z.ZodType | undefined {
  const events: Readonly<Record<string, z.ZodType>> = DEVICE_KINDS[kind].events
  return Object.hasOwn(events, name) ? events[name] : undefined
}
