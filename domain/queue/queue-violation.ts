import { TICKET_STATUS_NAME, type TicketStatus } from './ticket.ts'
import { ACT_NAME, type TicketAct } from './ticket-acts.ts'

/** Expected refusals of the queue; codes are part of the API. */
export type QueueViolation =
  | { readonly code: 'hall-closed'; readonly why: string }
  | { readonly code: 'queue-closed' }
  | { readonly code: 'queue-not-served' }
  | { readonly code: 'ticket-stopped' }
  | { readonly code: 'ticket-already-live'; readonly number: string }
  | { readonly code: 'ticket-not-possible'; readonly act: TicketAct; readonly status: TicketStatus }
  | { readonly code: 'foreign-window'; readonly windowId: number }
  | { readonly code: 'not-signed-on' }
  | { readonly code: 'window-paused' }
  | { readonly code: 'ticket-in-hand'; readonly number: string }
  | { readonly code: 'recall-too-soon'; readonly seconds: number }
  | { readonly code: 'called-three-times' }
  | { readonly code: 'returned-too-late' }
  | { readonly code: 'window-not-silent'; readonly windowId: number }
  | { readonly code: 'manager-only'; readonly act: TicketAct }
  | { readonly code: 'special-reason-missing' }
  | { readonly code: 'special-call-not-possible'; readonly status: TicketStatus }
  | {
      readonly code: 'ticket-called-elsewhere'
      readonly number: string
      readonly windowId: number
    }
  | { readonly code: 'window-empty'; readonly windowId: number }
  | { readonly code: 'window-silent'; readonly windowId: number }
  | { readonly code: 'queue-not-at-window'; readonly windowId: number }
  | { readonly code: 'window-not-trained'; readonly windowId: number }
  | { readonly code: 'ticket-for-window'; readonly windowId: number }
  | { readonly code: 'transfer-target-faulty'; readonly why: string }

type Texts = {
  readonly [Code in QueueViolation['code']]: (
    violation: Extract<QueueViolation, { code: Code }>,
  ) => string
}

const TEXTS: Texts = {
  'hall-closed': ({ why }) => `大厅现在不开放：${why}。请在开放时间取号。`,
  'queue-closed': () => '这类业务现在不取号，请选择其他业务，或者询问导办人员。',
  'queue-not-served': () => '本厅没有办理这类业务的窗口，请询问导办人员。',
  'ticket-stopped': () => '今天等候的人已经办到下班，不再发号。请改日再来，或者在网上预约、申报。',
  'ticket-already-live': ({ number }) =>
    `您在这个队列已经有号票 ${number}，请按该号等候，不用再取。`,
  'ticket-not-possible': ({ act, status }) =>
    `这张号票现在是“${TICKET_STATUS_NAME[status]}”，不能${ACT_NAME[act]}。请刷新后再操作。`,
  'foreign-window': ({ windowId }) =>
    `这张号票在 ${windowId} 号窗口，只能由在该窗口上岗的人员操作。`,
  'not-signed-on': () => '您没有在这个窗口上岗，请先上岗再叫号。',
  'window-paused': () => '本窗口已暂停服务，请先恢复服务再叫号。',
  'ticket-in-hand': ({ number }) => `号票 ${number} 还在办理，请先办理结束、挂起或者转移。`,
  'recall-too-soon': ({ seconds }) => `两次叫号之间至少隔 20 秒，请 ${seconds} 秒后再叫。`,
  'called-three-times': () => '已经叫了三次，请按“过号”，然后叫下一位。',
  'returned-too-late': () => '过号已超过 30 分钟，原号不能再用，请重新取号。',
  'window-not-silent': ({ windowId }) =>
    `${windowId} 号窗口在线，请由该窗口自己转移；窗口离线或者大厅管理员才能退回。`,
  'manager-only': ({ act }) => `还在等候的号票由大厅管理员${ACT_NAME[act]}，请联系大厅管理员。`,
  'special-reason-missing': () => '特呼的理由选了“其他”，请写明是什么理由。',
  'special-call-not-possible': ({ status }) =>
    status === 'passed'
      ? '这张号票已过号，请先退回队列，再特呼。'
      : `这张号票现在是“${TICKET_STATUS_NAME[status]}”，不能特呼。请核对号码。`,
  'ticket-called-elsewhere': ({ number, windowId }) =>
    `号票 ${number} 已由 ${windowId} 号窗口叫到，不能再叫。要换窗口，请由该窗口或者大厅管理员转移。`,
  'window-empty': ({ windowId }) => `${windowId} 号窗口没有人上岗，请选择有人上岗的窗口。`,
  'window-silent': ({ windowId }) => `${windowId} 号窗口离线，请选择其他窗口。`,
  'queue-not-at-window': ({ windowId }) =>
    `${windowId} 号窗口不办理这个队列的业务，请先转移到对应的队列。`,
  'window-not-trained': ({ windowId }) =>
    `${windowId} 号窗口的人员没有这个事项所属部门的培训登记，请选择其他窗口。`,
  'ticket-for-window': ({ windowId }) =>
    `这张号票已转到 ${windowId} 号窗口，请由该窗口叫，或者由大厅管理员改转。`,
  'transfer-target-faulty': ({ why }) => why,
}

/** The refusal in Chinese, with the remedy. */
export function queueSentenceOf(violation: QueueViolation): string {
  return (TEXTS[violation.code] as (one: QueueViolation) => string)(violation)
}
