import { forbidden, happened, type Outcome } from '../shared/outcome.ts'
import type { QueueViolation } from './queue-violation.ts'
import type { TicketEvent } from './ticket-events.ts'
import type { QueueCode, Ticket } from './ticket.ts'

export const SPECIAL_REASONS = ['urgent', 'unwell', 'far', 'resumed', 'grouped', 'other'] as const
export type SpecialReason = (typeof SPECIAL_REASONS)[number]
/** Why somebody is called out of order (特呼, domain brief §8.3). The list is local policy: 待业主确认. */
export const SPECIAL_REASON_NAME = {
  urgent: '紧急事项',
  unwell: '身体不适',
  far: '远道而来，需赶班车',
  resumed: '补齐材料后返回',
  grouped: '同一事项一并办理',
  other: '其他',
} as const satisfies Record<SpecialReason, string>

export type SpecialCall = { readonly reason: SpecialReason; readonly text: string }

export function specialCallWords({ reason, text }: SpecialCall): string {
  return text === '' ? SPECIAL_REASON_NAME[reason] : `${SPECIAL_REASON_NAME[reason]}：${text}`
}

/** The window that is to take the ticket, as it is now. */
export type WindowToCall = {
  readonly now: number
  readonly windowId: number
  /** Who sits there; null: nobody. */
  readonly clerkId: string | null
  /** A clerk calls for their own window, the hall manager for any that is on duty. */
  readonly by: 'clerk' | 'manager'
  readonly isOwn: boolean
  readonly silent: boolean
  readonly paused: boolean
  readonly inHand: string | null
  readonly queues: readonly QueueCode[]
  readonly isTrainedFor: (itemId: string) => boolean
  readonly isOnDuty: (windowId: number) => boolean
}

/** One given ticket out of order: it must wait, and the window must be one that could have called it in its turn. */
export function decideSpecialCall(
  ticket: Ticket,
  { reason, text }: SpecialCall,
  here: WindowToCall,
): Outcome<TicketEvent, QueueViolation> {
  const { now: at, windowId, clerkId } = here
  if (clerkId === null || (here.by === 'clerk' && !here.isOwn))
    return forbidden({ code: here.by === 'clerk' ? 'not-signed-on' : 'window-empty', windowId })
  if (reason === 'other' && text === '') return forbidden({ code: 'special-reason-missing' })
  if (ticket.status === 'called' || ticket.status === 'serving' || ticket.status === 'held')
    return forbidden({
      code: 'ticket-called-elsewhere',
      number: ticket.number,
      windowId: ticket.windowId,
    })
  if (ticket.status !== 'waiting')
    return forbidden({ code: 'special-call-not-possible', status: ticket.status })
  if (here.by === 'manager' && here.silent) return forbidden({ code: 'window-silent', windowId })
  if (here.paused) return forbidden({ code: 'window-paused' })
  if (here.inHand !== null) return forbidden({ code: 'ticket-in-hand', number: here.inHand })
  const { queue, itemId, forWindow } = ticket
  if (!here.queues.includes(queue)) return forbidden({ code: 'queue-not-at-window', windowId })
  if (itemId !== null && !here.isTrainedFor(itemId))
    return forbidden({ code: 'window-not-trained', windowId })
  if (forWindow !== null && forWindow !== windowId && here.isOnDuty(forWindow))
    return forbidden({ code: 'ticket-for-window', windowId: forWindow })
  return happened({ type: 'TicketSpeciallyCalled', at, windowId, clerkId, reason, text })
}
