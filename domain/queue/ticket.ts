/** Queues by the letter of their tickets: A 行政审批（综合）, B 公共服务, C 便民, D 领件. */
export const QUEUE_CODES = ['A', 'B', 'C', 'D'] as const
export type QueueCode = (typeof QUEUE_CODES)[number]

/** Y and P mark the class of a ticket; the queue stays the one it waits in. */
export const TICKET_PREFIXES = [...QUEUE_CODES, 'Y', 'P'] as const
export type TicketPrefix = (typeof TICKET_PREFIXES)[number]

export const PRIORITY_CLASSES = ['booked', 'priority', 'ordinary'] as const
export type PriorityClass = (typeof PRIORITY_CLASSES)[number]
export const PRIORITY_CLASS_NAME = {
  booked: '预约',
  priority: '优先',
  ordinary: '普通',
} as const satisfies Record<PriorityClass, string>

export const PRIORITY_REASONS = ['elder', 'disability', 'pregnancy', 'military', 'infant'] as const
export type PriorityReason = (typeof PRIORITY_REASONS)[number]
/** Who goes before: domain brief §8.2; the age is local policy, 待业主确认. */
export const PRIORITY_REASON_NAME = {
  elder: '70 周岁以上老年人',
  disability: '残疾人',
  pregnancy: '孕妇',
  military: '现役、退役军人',
  infant: '抱婴者',
} as const satisfies Record<PriorityReason, string>

export const TICKET_STATUSES = [
  'waiting',
  'called',
  'serving',
  'held',
  'passed',
  'finished',
  'void',
] as const
export type TicketStatus = (typeof TICKET_STATUSES)[number]
export const TICKET_STATUS_NAME = {
  waiting: '等候中',
  called: '已叫号',
  serving: '办理中',
  held: '挂起',
  passed: '过号',
  finished: '已办结',
  void: '作废',
} as const satisfies Record<TicketStatus, string>

/** Times are milliseconds since 1970, so that rules count and never parse. */
export type TicketBase = {
  readonly ticketId: string
  /** As people read it: A012. */
  readonly number: string
  readonly queue: QueueCode
  readonly priority: PriorityClass
  readonly priorityReason: PriorityReason | null
  /** When it was taken: it keeps this time through every transfer. */
  readonly takenAt: number
  /** Start of the booked half-hour; null: not booked. */
  readonly slotAt: number | null
  /** The item asked for: only clerks trained for it call the ticket. Null: any window of the queue. */
  readonly itemId: string | null
  /** Says which person without saying who; null: taken without an ID. */
  readonly personHash: string | null
  /** Times that nobody came: the second one voids the ticket. */
  readonly misses: number
  /** Given by a kiosk while the server was out of reach. */
  readonly offline?: true
}

/** Where a ticket was taken up: the window and its clerk. */
export type AtWindow = {
  readonly windowId: number
  readonly clerkId: string
  readonly calledAt: number
  /** Since when it is at the window without a break: taken up again, or taken over; absent: since the call. */
  readonly backAt?: number
}

export type TicketState =
  | {
      readonly status: 'waiting'
      /** `head`: transferred, or given back by a window that went silent. */
      readonly band: 'head' | 'line'
      /** Called only after the queue's calls have reached this count: a ticket that returned lets three pass. */
      readonly afterCall: number
      /** Only this window may call it (转移 to a window); null: any. */
      readonly forWindow: number | null
    }
  | ({ readonly status: 'called'; readonly calls: number; readonly lastCallAt: number } & AtWindow)
  | ({ readonly status: 'serving'; readonly startedAt: number } & AtWindow)
  | ({
      readonly status: 'held'
      readonly startedAt: number
      readonly heldAt: number
      readonly reason: string
    } & AtWindow)
  | { readonly status: 'passed'; readonly passedAt: number; readonly windowId: number }
  | ({
      readonly status: 'finished'
      readonly startedAt: number
      readonly finishedAt: number
    } & AtWindow)
  | { readonly status: 'void'; readonly voidedAt: number; readonly cause: VoidCause }

export type VoidCause = 'missed-twice' | 'returned-late' | 'given-up' | 'by-manager' | 'day-closed'
export const VOID_CAUSE_NAME = {
  'missed-twice': '两次过号',
  'returned-late': '过号后未在 30 分钟内返回',
  'given-up': '本人放弃',
  'by-manager': '大厅管理员作废',
  'day-closed': '当日已结束',
} as const satisfies Record<VoidCause, string>

export type Ticket = TicketBase & TicketState
export type TicketIn<Status extends TicketStatus> = Extract<Ticket, { status: Status }>

/** One person has one ticket of a queue while it lives. */
export function isLive({ status }: Pick<Ticket, 'status'>): boolean {
  return status !== 'finished' && status !== 'void'
}

/** What the order rule needs of a ticket that waits. */
export type WaitingTicket = Pick<
  TicketBase,
  'ticketId' | 'queue' | 'priority' | 'takenAt' | 'slotAt' | 'itemId'
> & {
  readonly band: 'head' | 'line'
  /** Tickets that still go before it, for one that came back after it was passed; else 0. */
  readonly letPass: number
}

const PREFIX_OF_CLASS = { booked: 'Y', priority: 'P', ordinary: null } as const

export function prefixOf(queue: QueueCode, priority: PriorityClass): TicketPrefix {
  return PREFIX_OF_CLASS[priority] ?? queue
}

/** A012: the prefix and at least three digits. */
export function ticketNumberOf(prefix: TicketPrefix, serial: number): string {
  return `${prefix}${String(serial).padStart(3, '0')}`
}
