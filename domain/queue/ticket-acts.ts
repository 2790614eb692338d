import type { TicketStatus } from './ticket.ts'

export const TICKET_ACTS = [
  'recall',
  'pass',
  'start',
  'finish',
  'transfer',
  'hold',
  'resume',
  'return',
  'void',
] as const
export type TicketAct = (typeof TICKET_ACTS)[number]

export const ACT_NAME = {
  recall: '重新叫号',
  pass: '过号',
  start: '开始办理',
  finish: '办理结束',
  transfer: '转移',
  hold: '挂起',
  resume: '继续办理',
  return: '退回队列',
  void: '作废',
} as const satisfies Record<TicketAct, string>

/** From which states an act is possible at all; who may, and when, follows in `decide-ticket.ts`. */
export const ACTS_FROM = {
  waiting: ['transfer', 'void'],
  called: ['recall', 'pass', 'start', 'finish', 'transfer', 'hold', 'return', 'void'],
  serving: ['finish', 'transfer', 'hold', 'return'],
  held: ['resume', 'transfer', 'return', 'void'],
  passed: ['return', 'void'],
  finished: [],
  void: [],
} as const satisfies Record<TicketStatus, readonly TicketAct[]>

export function actsFrom(status: TicketStatus): readonly TicketAct[] {
  return ACTS_FROM[status]
}

export function isPossibleFrom(status: TicketStatus, act: TicketAct): boolean {
  return actsFrom(status).includes(act)
}
