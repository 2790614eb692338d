import { z } from 'zod'
import { SPECIAL_REASONS } from '../domain/queue/special-call.ts'
import {
  PRIORITY_CLASSES,
  PRIORITY_REASONS,
  QUEUE_CODES,
  TICKET_STATUSES,
} from '../domain/queue/ticket.ts'
import { operation } from './operation.ts'
import { NoBody, Nothing, OptionalText, Text } from './shared.ts'

/** Devices sign with this header: `x-hall-device: <token>`, given once when they were paired. */
export const HALL_DEVICE_HEADER = 'x-hall-device'

export const CommandId = z.uuid('缺少命令标识 commandId')
export const TicketParams = z.strictObject({ ticketId: z.uuid('号票标识不是有效的 UUID') })
/** The number over the counter is the window's identity. */
export const WindowParams = z.strictObject({
  windowId: z.coerce.number('窗口号是数字').int().min(1).max(99),
})
const Only = z.strictObject({ commandId: CommandId })

/** What the holder sees; nobody's name. */
export const TicketView = z.strictObject({
  ticketId: z.string(),
  /** A012 */
  number: z.string(),
  queue: z.enum(QUEUE_CODES),
  queueName: z.string(),
  zoneName: z.string(),
  priority: z.enum(PRIORITY_CLASSES),
  priorityName: z.string(),
  priorityReason: z.enum(PRIORITY_REASONS).nullable(),
  itemId: z.string().nullable(),
  itemName: z.string().nullable(),
  status: z.enum(TICKET_STATUSES),
  statusName: z.string(),
  takenAt: z.string(),
  slotAt: z.string().nullable(),
  /** People who are called before by the rule as things are now; null when it does not wait. */
  ahead: z.int().nullable(),
  /** Whole minutes that half of the people wait no longer than; null when it does not wait or no window serves it now. */
  estimateMinutes: z.int().nullable(),
  /** The window that called or serves it. */
  windowId: z.int().nullable(),
  calledAt: z.string().nullable(),
  /** Until when a passed ticket may come back. */
  returnUntil: z.string().nullable(),
  /** The rule that orders the queue, for the waiting to read. */
  orderRule: z.string(),
})
export type TicketView = z.output<typeof TicketView>

/** For the clerk at whose window it is, and the hall manager. */
export const TicketForStaff = TicketView.extend({
  /** How often it was called out: 1 to 3. */
  calls: z.int(),
  startedAt: z.string().nullable(),
  heldAt: z.string().nullable(),
  holdReason: z.string().nullable(),
  misses: z.int(),
  /** `recall`, `pass`, `start`, `finish`, `transfer`, `hold`, `resume`, `return`, `void`: open to this person now. */
  possible: z.array(z.string()),
  applications: z.array(
    z.strictObject({ applicationId: z.string(), number: z.string(), itemName: z.string() }),
  ),
})
export type TicketForStaff = z.output<typeof TicketForStaff>

/**
 * From a paired kiosk (header `x-hall-device`), or by staff at the guide desk. `ticketId` is made by the sender: sent
 * again it is the same ticket. `identity`: number of the ID document; kept as a hash that the end of the day makes
 * unreadable. Refusals: device-unknown, hall-closed, queue-closed, queue-not-served, ticket-already-live, ticket-stopped.
 */
export const takeTicket = operation({
  operationId: 'takeTicket',
  method: 'POST',
  path: '/api/hall/tickets',
  access: 'public',
  summary: '取号',
  params: Nothing,
  query: Nothing,
  body: z.strictObject({
    ticketId: z.uuid('号票标识不是有效的 UUID'),
    queue: z.enum(QUEUE_CODES, '请选择要办的业务'),
    priorityReason: z.enum(PRIORITY_REASONS).nullable(),
    itemId: OptionalText(64).nullable(),
    identity: OptionalText(40).nullable(),
  }),
  reply: TicketView,
})
/** Whoever holds the ticket knows its id (the code on it). */
export const ticketStanding = operation({
  operationId: 'ticketStanding',
  method: 'GET',
  path: '/api/hall/tickets/:ticketId',
  access: 'public',
  summary: '号票现在的位置',
  params: TicketParams,
  query: Nothing,
  body: NoBody,
  reply: TicketView,
})

const CLERK = ['window-clerk'] as const
const CLERK_OR_MANAGER = ['window-clerk', 'hall-manager'] as const

/**
 * F2: the next by the rule for the window where the caller is signed on. `finish`: the ticket in hand is finished first,
 * in the same act. `ticket` null: nobody waits whom this window may call. Refusals: not-signed-on, window-paused,
 * ticket-in-hand.
 */
export const callNext = operation({
  operationId: 'callNext',
  method: 'POST',
  path: '/api/hall/windows/:windowId/call-next',
  access: CLERK,
  summary: '叫下一位',
  params: WindowParams,
  query: Nothing,
  body: z.strictObject({ commandId: CommandId, finish: z.boolean().optional() }),
  reply: z.strictObject({ ticket: TicketForStaff.nullable() }),
})
/**
 * 特呼: one given ticket out of order, with its reason, which the log keeps for the hall manager. A clerk calls to the window
 * where they are signed on, the manager to any window on duty. Refusals: ticket-not-found, ticket-called-elsewhere,
 * special-call-not-possible, special-reason-missing, not-signed-on, window-empty, window-silent, window-paused,
 * ticket-in-hand, queue-not-at-window, window-not-trained, ticket-for-window.
 */
export const specialCall = operation({
  operationId: 'specialCall',
  method: 'POST',
  path: '/api/hall/windows/:windowId/special-call',
  access: CLERK_OR_MANAGER,
  summary: '特呼（不按次序叫指定号票）',
  params: WindowParams,
  query: Nothing,
  body: z.strictObject({
    commandId: CommandId,
    number: Text(10),
    reason: z.enum(SPECIAL_REASONS, '请选择特呼的理由'),
    text: OptionalText(100),
  }),
  reply: TicketForStaff,
})
const ticketAct = <Body extends z.ZodType>(
  operationId: string,
  path: `/${string}`,
  summary: string,
  body: Body,
  access: readonly ['window-clerk'] | readonly ['window-clerk', 'hall-manager'] = CLERK,
) =>
  operation({
    operationId,
    method: 'POST',
    path: `/api/hall/tickets/:ticketId${path}`,
    access,
    summary,
    params: TicketParams,
    query: Nothing,
    body,
    reply: TicketForStaff,
  })

/** F3: called out again, three times at most, 20 seconds apart. Refusals: recall-too-soon, called-three-times. */
export const recallTicket = ticketAct('recallTicket', '/recall', '重新叫号', Only)
/** F4: nobody came. The first time it may come back within 30 minutes, the second time it is void. */
export const passTicket = ticketAct('passTicket', '/pass', '过号', Only)
export const startTicket = ticketAct('startTicket', '/start', '开始办理', Only)
export const finishTicket = ticketAct('finishTicket', '/finish', '办理结束', Only)
/**
 * To a queue, or to one window; it keeps its time and goes to the head. A clerk moves what is at their own window; the hall
 * manager what waits, is called or on hold, and what is served at a window that went silent.
 */
export const transferTicket = ticketAct(
  'transferTicket',
  '/transfer',
  '转移号票',
  z.strictObject({
    commandId: CommandId,
    queue: z.enum(QUEUE_CODES),
    windowId: z.int().min(1).max(99).nullable(),
    reason: Text(200),
  }),
  CLERK_OR_MANAGER,
)
/** The window calls others meanwhile: `resume` takes it up again. */
export const holdTicket = ticketAct(
  'holdTicket',
  '/hold',
  '挂起号票',
  z.strictObject({ commandId: CommandId, reason: Text(200) }),
)
export const resumeTicket = ticketAct('resumeTicket', '/resume', '继续办理挂起的号票', Only)
/**
 * A passed ticket whose holder came back (kiosk or staff): once, within 30 minutes, after three others. A ticket called or
 * served at a window that went silent: by a colleague or the manager, to the head of its queue.
 */
export const returnTicket = ticketAct(
  'returnTicket',
  '/return',
  '退回队列',
  z.strictObject({ commandId: CommandId, reason: OptionalText(200) }),
  CLERK_OR_MANAGER,
)
/** The holder came back to the kiosk after missing the call. */
export const returnAtKiosk = operation({
  operationId: 'returnAtKiosk',
  method: 'POST',
  path: '/api/hall/tickets/:ticketId/return-at-kiosk',
  access: 'public',
  summary: '过号后在自助机返回排队',
  params: TicketParams,
  query: Nothing,
  body: Only,
  reply: TicketView,
})
export const voidTicket = ticketAct(
  'voidTicket',
  '/void',
  '作废号票（本人放弃）',
  z.strictObject({ commandId: CommandId, reason: Text(200) }),
  CLERK_OR_MANAGER,
)
