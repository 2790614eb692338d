import { z } from 'zod'
import { ZONE_IDS } from '../domain/hall/hall-configuration.ts'
import { QUEUE_CODES } from '../domain/queue/ticket.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing, Seen, Text } from './shared.ts'
import { CommandId } from './tickets.ts'

const WindowId = z.int().min(1).max(99)
const Zone = z.enum(ZONE_IDS)
const Queue = z.enum(QUEUE_CODES)
/** Minutes of the day, 540 = 09:00. */
const Minute = z.int().min(0).max(1440)

export const HallConfigurationSchema = z.strictObject({
  zones: z.array(z.strictObject({ zoneId: Zone, name: Text(20) })).max(4),
  queues: z
    .array(
      z.strictObject({
        queue: Queue,
        name: Text(20),
        zoneId: Zone,
        averageMinutes: z.int().min(1).max(240),
        open: z.boolean(),
      }),
    )
    .max(4),
  windows: z
    .array(
      z.strictObject({
        windowId: WindowId,
        name: Text(20),
        zoneId: Zone,
        queues: z.array(Queue).min(1, '窗口至少办理一类业务').max(4),
      }),
    )
    .max(99),
  posts: z
    .array(
      z.strictObject({
        post: z.int().min(1).max(200),
        windowId: WindowId,
        turn: z.enum(['A', 'B']),
        accountId: z.uuid().nullable(),
      }),
    )
    .max(200),
  hours: z.strictObject({
    periods: z.array(z.strictObject({ from: Minute, to: Minute })).max(4),
    days: z.enum(['working-days', 'every-day']),
    confirmed: z.boolean(),
  }),
})

const StoredConfiguration = z.strictObject({
  version: z.int(),
  savedAt: z.string().nullable(),
  savedByName: z.string().nullable(),
  configuration: HallConfigurationSchema,
  /** Window clerks that a post may be given to. */
  clerks: z.array(
    z.strictObject({ accountId: z.string(), name: z.string(), windowId: z.int().nullable() }),
  ),
})
export const getHallConfiguration = operation({
  operationId: 'getHallConfiguration',
  method: 'GET',
  path: '/api/hall/configuration',
  access: ['hall-manager', 'supervisor'],
  summary: '大厅设置（分区、队列、窗口、岗位、开放时间）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: StoredConfiguration,
})
/** Refusals: changed-meanwhile, hall-configuration-faulty (names each field). */
export const saveHallConfiguration = operation({
  operationId: 'saveHallConfiguration',
  method: 'PUT',
  path: '/api/hall/configuration',
  access: ['hall-manager'],
  summary: '保存大厅设置',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    commandId: CommandId,
    expectedVersion: Seen,
    configuration: HallConfigurationSchema,
  }),
  reply: StoredConfiguration,
})
