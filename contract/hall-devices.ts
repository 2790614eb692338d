import { z } from 'zod'
import { operation } from './operation.ts'
import { NoBody, Nothing, OptionalText, Text } from './shared.ts'
import { CommandId } from './tickets.ts'

const WindowId = z.int().min(1).max(99)
const Grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

export const DEVICE_KINDS = ['screen', 'window-screen', 'kiosk', 'evaluator'] as const
const Device = z.strictObject({
  deviceId: z.string(),
  kind: z.enum(DEVICE_KINDS),
  kindName: z.string(),
  name: z.string(),
  windowId: z.int().nullable(),
  paired: z.boolean(),
  /** Until when the pairing code is good; null once paired. */
  pairUntil: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
  /** Heard within two minutes. */
  online: z.boolean(),
  /** `{paper: 'ok' | 'low' | 'out', printer: 'ok' | 'fault', network: 'ok' | 'fault', version: '…'}`; what the device says. */
  health: z.record(z.string(), z.string()),
})
export type HallDevice = z.output<typeof Device>
const DeviceParams = z.strictObject({ deviceId: z.uuid('设备标识不是有效的 UUID') })
export const listHallDevices = operation({
  operationId: 'listHallDevices',
  method: 'GET',
  path: '/api/hall/devices',
  access: ['hall-manager', 'supervisor'],
  summary: '大厅设备',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({ devices: z.array(Device) }),
})
/** `deviceId` is made by the sender. The code is shown this once; sent again, a new one is made while it is not paired. */
export const createHallDevice = operation({
  operationId: 'createHallDevice',
  method: 'POST',
  path: '/api/hall/devices',
  access: ['hall-manager'],
  summary: '登记大厅设备',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    deviceId: z.uuid(),
    kind: z.enum(DEVICE_KINDS),
    name: Text(40),
    windowId: WindowId.nullable(),
  }),
  reply: z.strictObject({ device: Device, pairingCode: z.string() }),
})
export const removeHallDevice = operation({
  operationId: 'removeHallDevice',
  method: 'DELETE',
  path: '/api/hall/devices/:deviceId',
  access: ['hall-manager'],
  summary: '注销大厅设备',
  params: DeviceParams,
  query: Nothing,
  body: NoBody,
  reply: Nothing,
})
/** Eight characters, good for an hour, once; five wrong ones lock the address. The token is given this once. */
export const pairHallDevice = operation({
  operationId: 'pairHallDevice',
  method: 'POST',
  path: '/api/hall/devices/pair',
  access: 'public',
  summary: '设备配对',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ code: Text(20) }),
  reply: z.strictObject({ device: Device, token: z.string() }),
})
/** With the device's header; the reply tells the device what it is. */
export const hallDeviceHeartbeat = operation({
  operationId: 'hallDeviceHeartbeat',
  method: 'POST',
  path: '/api/hall/devices/heartbeat',
  access: 'public',
  summary: '设备在线',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    health: z.record(z.string().regex(/^[a-z][a-z-]{0,30}$/), OptionalText(60)),
  }),
  reply: z.strictObject({ device: Device, serverTime: z.string() }),
})

/** What the evaluator of a window shows: nothing, or a service that may be rated until then. Device header. */
export const openEvaluation = operation({
  operationId: 'openEvaluation',
  method: 'GET',
  path: '/api/hall/evaluation',
  access: 'public',
  summary: '评价器：当前可以评价的服务',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.strictObject({
    windowId: z.int(),
    evaluation: z
      .strictObject({ ticketId: z.string(), number: z.string(), until: z.string() })
      .nullable(),
  }),
})
/**
 * Five grades, none chosen beforehand, once a service, until 60 seconds after it ended or the next call. Device header of
 * that window's evaluator. Refusals: device-unknown, evaluation-gone, already-rated.
 */
export const rateService = operation({
  operationId: 'rateServiceAtWindow',
  method: 'POST',
  path: '/api/hall/evaluation',
  access: 'public',
  summary: '评价器：现场评价',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({ commandId: CommandId, ticketId: z.uuid(), grade: Grade }),
  reply: Nothing,
})
