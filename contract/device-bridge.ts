import { z } from 'zod'
import { DEVICE_FAULT_CODES } from './device-faults.ts'
import { DEVICE_KINDS, DEVICE_KIND_NAMES, findEvent, findOperation } from './device-kinds.ts'

// The published local protocol between a page and the devices of one workstation: WebSocket on loopback, one JSON text
// a message. docs/devices.md explains it, docs/devices/protocol.json is made from it.

export const DEVICE_PROTOCOL = 1
/** Below the ports that systems hand out by themselves; named in the policy of the pages that may use it. */
export const DEVICE_PORT = 27180
export const DEVICE_ADDRESS = `ws://127.0.0.1:${DEVICE_PORT}`

/** Milliseconds within which a machine answers, and within which a person does after `waiting`. */
export const DEVICE_PATIENCE = { machine: 5_000, person: 120_000 } as const

/** Bytes of one message: from a page that is not paired, from a paired one, from the program. */
export const DEVICE_MESSAGE_LIMIT = {
  unpaired: 4_096,
  paired: 17_000_000,
  program: 17_000_000,
} as const

const RequestId = z.string().min(1).max(64)
const Kind = z.enum(DEVICE_KIND_NAMES)
const Fault = z.strictObject({ code: z.enum(DEVICE_FAULT_CODES), sentence: z.string().max(300) })

/** First of all. `token` is what an earlier pairing gave; null: none yet. */
export const Hello = z.strictObject({
  type: z.literal('hello'),
  protocol: z.int().min(1),
  token: z.string().max(100).nullable(),
})
/** The six digits that the program shows, entered once. */
export const Pair = z.strictObject({
  type: z.literal('pair'),
  id: RequestId,
  code: z.string().max(20),
})
export const Request = z.strictObject({
  type: z.literal('request'),
  id: RequestId,
  device: Kind,
  operation: z.string().max(40),
  input: z.unknown(),
})
/** Gives up a request: the device is free again. */
export const Cancel = z.strictObject({ type: z.literal('cancel'), id: RequestId })
/** Events of these devices come here from now on, and no longer to the page that listened before. */
export const Listen = z.strictObject({
  type: z.literal('listen'),
  devices: z.array(Kind).max(DEVICE_KIND_NAMES.length),
})
export const PageMessage = z.discriminatedUnion('type', [Hello, Pair, Request, Cancel, Listen])
export type PageMessage = z.output<typeof PageMessage>

/** What the program can do here, told to paired pages only. */
export const DeviceListing = z.strictObject({
  device: Kind,
  name: z.string().max(100),
  simulated: z.boolean(),
  operations: z.array(z.string().max(40)),
  events: z.array(z.string().max(40)),
})
export type DeviceListing = z.output<typeof DeviceListing>

export const Welcome = z.strictObject({
  type: z.literal('welcome'),
  protocol: z.int().min(1),
  program: z.string().max(100),
  paired: z.boolean(),
  devices: z.array(DeviceListing).max(50),
})
/** Kept on this device for later: it opens the devices without a code. */
export const Paired = z.strictObject({
  type: z.literal('paired'),
  id: RequestId,
  token: z.string().min(20).max(100),
  devices: z.array(DeviceListing).max(50),
})
/** The device answers and now waits for a person: sign, press. */
export const Waiting = z.strictObject({ type: z.literal('waiting'), id: RequestId })
export const Reply = z.strictObject({
  type: z.literal('reply'),
  id: RequestId,
  output: z.unknown(),
})
/** `id` null: the message could not be read far enough to know which it answers. */
export const Refusal = z.strictObject({
  type: z.literal('refusal'),
  id: RequestId.nullable(),
  fault: Fault,
})
export const DeviceEvent = z.strictObject({
  type: z.literal('event'),
  device: Kind,
  event: z.string().max(40),
  detail: z.unknown(),
})
/** Another page of this machine listens to these devices now. */
export const TakenOver = z.strictObject({ type: z.literal('taken-over'), devices: z.array(Kind) })
export const ProgramMessage = z.discriminatedUnion('type', [
  Welcome,
  Paired,
  Waiting,
  Reply,
  Refusal,
  DeviceEvent,
  TakenOver,
])
export type ProgramMessage = z.output<typeof ProgramMessage>

/** The protocol as JSON Schema, for vendors: messages of both sides, then each device with its operations and events. */
export function deviceProtocolSchema(): object {
  const schemaOf = (schema: z.ZodType) => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
    return rest
  }
  const kinds = DEVICE_KIND_NAMES.map((kind) => {
    const { name, operations, events } = DEVICE_KINDS[kind]
    const operationNames = Object.keys(operations)
    return [
      kind,
      {
        name,
        operations: Object.fromEntries(
          operationNames.map((operation) => {
            const shape = findOperation(kind, operation)
            if (shape === undefined) throw new Error(`${kind} lost ${operation}`)
            const { input, output, waitsFor } = shape
            return [operation, { waitsFor, input: schemaOf(input), output: schemaOf(output) }]
          }),
        ),
        events: Object.fromEntries(
          Object.keys(events).map((event) => [event, schemaOf(findEvent(kind, event) ?? z.never())]),
        ),
      },
    ] as const
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Yichuang device bridge',
    protocol: DEVICE_PROTOCOL,
    address: DEVICE_ADDRESS,
    patience: DEVICE_PATIENCE,
    messageLimit: DEVICE_MESSAGE_LIMIT,
    fromPage: schemaOf(PageMessage),
    fromProgram: schemaOf(ProgramMessage),
    devices: Object.fromEntries(kinds),
  }
}
