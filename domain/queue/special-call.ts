import { forbidden, happened, type Outcome } from '../shared/outcome.ts'
import type { QueueViolation } from './queue-violation.ts'
import type { TicketEvent } from './ticket-events.ts'
import type { QueueCode, Ticket, TicketIn } from './ticket.ts'

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
    return forbidden(
      here.by === 'clerk' ? { code: 'not-signed-on' } : { code: 'window-empty', windowId },
    )
  if (reason === 'other' && text === '') return forbidden({ code: 'special-reason-missing' })
  if (ticket.status !== 'waiting') return forbidden(refusalOfState(ticket))
  const refusal = refusalOfWindow(here) ?? refusalOfFit(ticket, here)
  if (refusal !== null) return forbidden(refusal)
  return happened({ type: 'TicketSpeciallyCalled', at, windowId, clerkId, reason, text })
}

function refusalOfState(ticket: Exclude<Ticket, TicketIn<'waiting'>>): QueueViolation {
  const { status, number } = ticket
  return status === 'called' || status === 'serving' || status === 'held'
    ? { code: 'ticket-called-elsewhere', number, windowId: ticket.windowId }
    : { code: 'special-call-not-possible', status }
}

function refusalOfWindow(here: WindowToCall): QueueViolation | null {
  const { windowId, inHand } = here
  if (here.by === 'manager' && here.silent) return { code: 'window-silent', windowId }
  if (here.paused) return { code: 'window-paused' }
  return inHand === null ? null : { code: 'ticket-in-hand', number: inHand }
}

function refusalOfFit(
  { queue, itemId, forWindow }: TicketIn<'waiting'>,
  { windowId, queues, isTrainedFor, isOnDuty }: WindowToCall,
): QueueViolation | null {
  if (!queues.includes(queue)) return { code: 'queue-not-at-window', windowId }
  if (itemId !== null && !isTrainedFor(itemId)) return { code: 'window-not-trained', windowId }
  const isOfAnother = forWindow !== null && forWindow !== windowId && isOnDuty(forWindow)
  return isOfAnother ? { code: 'ticket-for-window', windowId: forWindow } : null
}
