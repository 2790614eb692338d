import type { ApplicationView } from '../../contract/application-view.ts'
import type { ApplicationStatus } from '../../domain/application/application.ts'

export type NextStep = { readonly act: string; readonly who: string }
type Seen = Pick<ApplicationView, 'status' | 'item' | 'step' | 'pauses' | 'due'>

const WINDOW = '综合窗口'

/** What comes next and who has it in hand; undefined when nothing is left to do. */
export function nextStepOf(application: Seen): NextStep | undefined {
  const pause = application.pauses.find(({ endedOn }) => endedOn === null)
  const department = application.item.departmentName
  if (pause) return { act: `${pause.kindName}（期限暂停）`, who: department }
  const next = NEXT[application.status as ApplicationStatus]
  if (next === undefined || next === null) return undefined
  const [act, who] = next
  // The clocked step names the act more exactly, but only while the department has it in hand.
  const inHand = who === null ? application.step?.stepName : undefined
  return { act: inHand ?? act, who: who ?? department }
}

/** Act and body by status; a body of null is the item's department. */
const NEXT = {
  'not-lodged': null,
  received: ['受理审查', WINDOW],
  'awaiting-correction': ['补正材料', '申请人'],
  accepted: ['审核', null],
  'in-review': ['作出决定', null],
  granted: ['制证', null],
  certified: ['出具准予许可函', null],
  lettered: ['盖章', '州行政审批局'],
  sealed: ['出件', WINDOW],
  refused: ['送达不予许可决定', WINDOW],
  issued: ['送达', WINDOW],
  delivered: ['归档', null],
  archived: null,
  declined: null,
  withdrawn: null,
  lapsed: null,
  terminated: null,
} as const satisfies Record<ApplicationStatus, readonly [string, string | null] | null>
