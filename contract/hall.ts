import { z } from 'zod'
import { PAUSE_REASONS } from '../domain/hall/window-session.ts'
import { QUEUE_CODES } from '../domain/queue/ticket.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing, OptionalText } from './shared.ts'
import { CommandId, TicketForStaff, WindowParams } from './tickets.ts'

const Queue = z.enum(QUEUE_CODES)

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
  /** Calls out of order today (特呼). */
  specialToday: z.int(),
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
