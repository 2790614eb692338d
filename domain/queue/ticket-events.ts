import type { SpecialReason } from './special-call.ts'
import type { QueueCode, Ticket, VoidCause } from './ticket.ts'

/** Facts of one ticket; times in milliseconds since 1970. */
export type TicketEvent =
  | { readonly type: 'TicketTaken'; readonly ticket: Ticket }
  | {
      readonly type: 'TicketCalled'
      readonly at: number
      readonly windowId: number
      readonly clerkId: string
    }
  /** 特呼: out of order, with its reason. */
  | {
      readonly type: 'TicketSpeciallyCalled'
      readonly at: number
      readonly windowId: number
      readonly clerkId: string
      readonly reason: SpecialReason
      readonly text: string
    }
  | { readonly type: 'TicketRecalled'; readonly at: number }
  | { readonly type: 'TicketPassed'; readonly at: number }
  | { readonly type: 'ServingStarted'; readonly at: number }
  | { readonly type: 'ServingFinished'; readonly at: number }
  | {
      readonly type: 'TicketTransferred'
      readonly at: number
      readonly queue: QueueCode
      readonly windowId: number | null
      readonly reason: string
    }
  | { readonly type: 'TicketHeld'; readonly at: number; readonly reason: string }
  | { readonly type: 'HeldResumed'; readonly at: number }
  | {
      readonly type: 'TicketReturned'
      readonly at: number
      readonly band: 'head' | 'line'
      readonly afterCall: number
      readonly reason: string
    }
  | {
      readonly type: 'TicketVoided'
      readonly at: number
      readonly cause: VoidCause
      readonly reason: string
    }
  /** The window was taken over: the ticket stays, its clerk is another. */
  | { readonly type: 'TicketHandedOver'; readonly at: number; readonly clerkId: string }

export const TICKET_EVENT_NAME = {
  TicketTaken: '取号',
  TicketCalled: '叫号',
  TicketSpeciallyCalled: '特呼',
  TicketRecalled: '重新叫号',
  TicketPassed: '过号',
  ServingStarted: '开始办理',
  ServingFinished: '办理结束',
  TicketTransferred: '转移',
  TicketHeld: '挂起',
  HeldResumed: '继续办理',
  TicketReturned: '退回队列',
  TicketVoided: '作废',
  TicketHandedOver: '随窗口交接',
} as const satisfies Record<TicketEvent['type'], string>
