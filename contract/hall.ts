import { z } from 'zod'
import { ZONE_IDS } from '../domain/hall/hall-configuration.ts'
import { PAUSE_REASONS } from '../domain/hall/window-session.ts'
import { QUEUE_CODES } from '../domain/queue/ticket.ts'
import { operation } from './operation.ts'
import { Day, NoBody, Nothing, OptionalText, Page, Seen, Text } from './shared.ts'
import { CommandId, TicketForStaff, WindowParams } from './tickets.ts'

const WindowId = z.int().min(1).max(99)
const Zone = z.enum(ZONE_IDS)
const Queue = z.enum(QUEUE_CODES)
/** Minutes of the day, 540 = 09:00. */
const Minute = z.int().min(0).max(1440)
const Grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

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

const Counts = z.strictObject({
  queue: Queue,
  name: z.string(),
  zoneName: z.string(),
  waiting: z.int(),
  /** Windows that serve it now. */
  windows: z.int(),
  /** For somebody who takes a ticket now; null: nobody serves it. */
  estimateMinutes: z.int().nullable(),
  /** Tickets are given out now. */
  taking: z.boolean(),
  /** Why not: `hall-closed`, `queue-closed`, `queue-not-served`, `ticket-stopped`. */
  notTaking: z.string().nullable(),
})
const WindowOnBoard = z.strictObject({
  windowId: z.int(),
  name: z.string(),
  zoneName: z.string(),
  queues: z.array(Queue),
  state: z.enum(['closed', 'free', 'busy', 'paused', 'away']),
  stateName: z.string(),
  /** Number of the ticket called or served there. */
  number: z.string().nullable(),
  /** That ticket is called and its holder has not come yet: voices go on. */
  calling: z.boolean(),
})
const Call = z.strictObject({
  /** Unique a call, for voices that must not say one twice. */
  callId: z.string(),
  number: z.string(),
  windowId: z.int(),
  /** 1, 2 or 3: the third time it is called out. */
  times: z.int(),
  at: z.string(),
})
/** Public, a second old at most, nothing personal: numbers and windows. */
export const HallBoard = z.strictObject({
  revision: z.int(),
  day: z.string(),
  open: z.boolean(),
  /** `09:00—12:00、13:30—17:00` */
  hours: z.string(),
  hoursConfirmed: z.boolean(),
  /** 元旦, 周六 …: why the hall is closed today. */
  closedBecause: z.string().nullable(),
  queues: z.array(Counts),
  windows: z.array(WindowOnBoard),
  /** The last ten, newest first. */
  calls: z.array(Call),
  orderRule: z.string(),
})
export type HallBoard = z.output<typeof HallBoard>
export const hallBoard = operation({
  operationId: 'hallBoard',
  method: 'GET',
  path: '/api/hall/board',
  access: 'public',
  summary: '大厅叫号情况',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: HallBoard,
})
/** One message of the hall's feed. A call comes with what to say, so that a screen reads nothing more. */
export const HallMessage = z.strictObject({
  revision: z.int(),
  call: Call.nullable(),
})
export type HallMessage = z.output<typeof HallMessage>
/** Server-sent events without sign-in, limited in number; each message a HallMessage: "the board changed". */
export const hallFeed = operation({
  operationId: 'hallFeed',
  method: 'GET',
  path: '/api/hall/live',
  access: 'public',
  summary: '大厅叫号实时变动（SSE）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: z.any(),
  answers: 'stream',
})

/** The clerk's left column: own window, ticket in hand, held ones, who waits. */
export const HallDesk = z.strictObject({
  revision: z.int(),
  /** Where the clerk is signed on; null: nowhere. */
  windowId: z.int().nullable(),
  windowName: z.string().nullable(),
  state: z.enum(['closed', 'free', 'busy', 'paused', 'away']),
  pausedReason: z.string().nullable(),
  /** Windows where the clerk may sign on, with who sits there now. */
  windows: z.array(
    z.strictObject({
      windowId: z.int(),
      name: z.string(),
      takenByName: z.string().nullable(),
      mine: z.boolean(),
    }),
  ),
  ticket: TicketForStaff.nullable(),
  held: z.array(TicketForStaff),
  /** Tickets that the holder may bring back within 30 minutes, newest first. */
  passed: z.array(TicketForStaff),
  /** Tickets stuck at windows that went silent: any colleague may give them back. */
  stranded: z.array(TicketForStaff),
  waiting: z.array(z.strictObject({ queue: Queue, name: z.string(), waiting: z.int() })),
  /** Waiting tickets that this window may call now. */
  callable: z.int(),
  /** Several windows are free and this one has the least load: the next is yours. */
  yourTurn: z.boolean(),
  /** The evaluator of this window waits for a grade until then; null: it does not. */
  evaluationUntil: z.string().nullable(),
})
export type HallDesk = z.output<typeof HallDesk>
export const hallDesk = operation({
  operationId: 'hallDesk',
  method: 'GET',
  path: '/api/hall/desk',
  access: ['window-clerk'],
  summary: '本窗口叫号台',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: HallDesk,
})

const windowAct = <Body extends z.ZodType>(
  operationId: string,
  path: string,
  summary: string,
  body: Body,
) =>
  operation({
    operationId,
    method: 'POST',
    path: `/api/hall/windows/:windowId/${path}`,
    access: ['window-clerk'],
    summary,
    params: WindowParams,
    query: Nothing,
    body,
    reply: HallDesk,
  })
const Only = z.strictObject({ commandId: CommandId })
/** Refusals: unknown-window, not-rostered, window-taken, signed-on-elsewhere, etiquette missing: not-trained-for-item. */
export const signOn = windowAct('signOn', 'sign-on', '上岗', Only)
export const pauseWindow = windowAct(
  'pauseWindow',
  'pause',
  '暂停服务',
  z.strictObject({
    commandId: CommandId,
    reason: z.enum(PAUSE_REASONS, '请选择暂停原因'),
    text: OptionalText(100),
  }),
)
export const resumeWindow = windowAct('resumeWindow', 'resume', '恢复服务', Only)
/** Refused while a ticket is in hand: ticket-in-hand; hand over, finish or return it first. */
export const signOff = windowAct('signOff', 'sign-off', '离岗', Only)
/** The caller takes the window over from who sits there; the ticket being served stays at the window. */
export const handOver = windowAct('handOver', 'hand-over', '接班', Only)
/** Every 20 seconds while the page is open; a minute without is shown as away. */
export const windowHeartbeat = operation({
  operationId: 'windowHeartbeat',
  method: 'POST',
  path: '/api/hall/windows/:windowId/heartbeat',
  access: ['window-clerk'],
  summary: '窗口在线',
  params: WindowParams,
  query: Nothing,
  body: NoBody,
  reply: Nothing,
})

/** The hall as its manager sees it now. */
export const HallOverview = z.strictObject({
  board: HallBoard,
  windows: z.array(
    WindowOnBoard.extend({
      clerkId: z.string().nullable(),
      clerkName: z.string().nullable(),
      seenAt: z.string().nullable(),
      pausedReason: z.string().nullable(),
      pausedAt: z.string().nullable(),
      /** Tickets finished here today. */
      finished: z.int(),
      ticket: TicketForStaff.nullable(),
    }),
  ),
  /** Live tickets, in the order in which they would be called; at most 200. */
  tickets: z.array(TicketForStaff),
  finishedToday: z.int(),
  voidToday: z.int(),
  /** Minutes, of today's called tickets; null: none yet. */
  waitingMinutesAverage: z.number().nullable(),
  handlingMinutesAverage: z.number().nullable(),
})
export const hallOverview = operation({
  operationId: 'hallOverview',
  method: 'GET',
  path: '/api/hall/overview',
  access: ['hall-manager', 'supervisor'],
  summary: '大厅现场（管理员）',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: HallOverview,
})
/** The log: every call, recall, pass, transfer and pause with window and clerk, newest first. */
export const hallLog = operation({
  operationId: 'hallLog',
  method: 'GET',
  path: '/api/hall/log',
  access: ['hall-manager', 'supervisor'],
  summary: '大厅叫号记录',
  params: Nothing,
  query: z.strictObject({ day: Day.optional(), ...Page }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(
      z.strictObject({
        at: z.string(),
        act: z.string(),
        actName: z.string(),
        number: z.string().nullable(),
        windowId: z.int().nullable(),
        byName: z.string(),
        text: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
})

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

const FIGURES = ['hall-manager', 'supervisor', 'decider', 'department-head'] as const
const Span = { from: Day, to: Day }
/** Facts per item: from tickets bound to applications (最多跑一次 measured). Departments see their own items. */
export const hallFigures = operation({
  operationId: 'hallFigures',
  method: 'GET',
  path: '/api/hall/figures',
  access: FIGURES,
  summary: '各事项到场次数、等候和办理时间',
  params: Nothing,
  query: z.strictObject({ ...Span, itemId: OptionalText(64).optional() }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(
      z.strictObject({
        itemId: z.string(),
        itemName: z.string(),
        /** Received in the span. */
        applications: z.int(),
        visits: z.int(),
        visitsPerApplication: z.number(),
        /** Share of applications with at most one visit, 0 to 1. */
        onceShare: z.number(),
        waitingMinutesAverage: z.number().nullable(),
        handlingMinutesAverage: z.number().nullable(),
      }),
    ),
  }),
})
/** The applications behind a figure. */
export const hallFigureApplications = operation({
  operationId: 'hallFigureApplications',
  method: 'GET',
  path: '/api/hall/figures/:itemId/applications',
  access: FIGURES,
  summary: '数字背后的办件',
  params: z.strictObject({ itemId: Text(64) }),
  query: z.strictObject({ ...Span, ...Page }),
  body: NoBody,
  reply: z.strictObject({
    rows: z.array(
      z.strictObject({
        applicationId: z.string(),
        number: z.string(),
        receivedOn: z.string(),
        visits: z.int(),
        waitingMinutes: z.number(),
        handlingMinutes: z.number(),
      }),
    ),
    next: z.string().nullable(),
  }),
})
