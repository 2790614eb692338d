import type { HallDesk } from '../../../../contract/hall.ts'
import type { TicketForStaff } from '../../../../contract/tickets.ts'

/** Null: F2 calls now. Otherwise why not, in a sentence for the clerk. `confirm`: asks first, for somebody still sits there. */
export type NextCall =
  | { readonly may: 'no'; readonly why: string }
  | { readonly may: 'call' | 'finish-and-call' | 'confirm' }

/**
 * What F2 does. A number that was only called is passed or begun first, so that a key pressed twice never loses anybody;
 * whoever is being served is asked about, unless the window has just said that the act is done.
 */
export function nextCallOf(desk: Pick<HallDesk, 'state' | 'ticket'>, isDone: boolean): NextCall {
  const { state, ticket } = desk
  if (state === 'paused') return { may: 'no', why: '本窗口已暂停服务，先恢复再叫号' }
  if (ticket === null) return { may: 'call' }
  if (ticket.status === 'called')
    return { may: 'no', why: `${ticket.number} 已叫号：来了按“开始办理”，没来按“过号”` }
  return { may: isDone ? 'finish-and-call' : 'confirm' }
}

/** 预约 10:45, 优先 · 70 周岁以上老年人, 普通 */
export function classWords(
  ticket: Pick<TicketForStaff, 'priorityName' | 'priorityReason' | 'slotAt'>,
  reasonName: (reason: NonNullable<TicketForStaff['priorityReason']>) => string,
  minuteOf: (instant: string) => string,
): string {
  const { priorityName, priorityReason, slotAt } = ticket
  if (slotAt !== null) return `${priorityName} ${minuteOf(slotAt)}`
  return priorityReason === null ? priorityName : `${priorityName} · ${reasonName(priorityReason)}`
}
