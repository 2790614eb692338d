import type { ApplicationCommandName } from '../../../contract/application-commands.ts'

/** Acts of a department (and of the heads above it), by the name the procedure gives them. */
export const DESK_ACT_NAME = {
  review: '审核',
  decide: '作出决定',
  'begin-procedure': '特别程序',
  'end-procedure': '结束特别程序',
  extend: '延期',
  'settle-fee': '登记缴费',
  'make-certificate': '制证',
  'send-letter': '准予许可函',
  seal: '盖本部门章',
  'receive-provincial-result': '登记省级结果',
  archive: '归档',
  'check-commitment': '核查承诺',
  'request-tolerated': '催交容缺材料',
  revoke: '吊销、撤销、注销',
  terminate: '终止办理',
} as const satisfies Partial<Record<ApplicationCommandName, string>>
export type DeskAct = keyof typeof DESK_ACT_NAME

const DESK_ACTS = Object.keys(DESK_ACT_NAME) as DeskAct[]

/** What a status waits for, most wanted first: that form stands open when the application is opened. */
const WAITS_FOR: Readonly<Record<string, readonly DeskAct[]>> = {
  accepted: ['end-procedure', 'review'],
  'in-review': ['end-procedure', 'decide', 'review'],
  // Before the seal only a grant on an untrue commitment is revoked: that comes before all else.
  granted: ['revoke', 'make-certificate', 'receive-provincial-result', 'settle-fee'],
  certified: ['revoke', 'send-letter', 'seal', 'receive-provincial-result'],
  lettered: ['revoke'],
  delivered: ['archive'],
  sealed: ['check-commitment'],
  issued: ['check-commitment'],
  archived: ['check-commitment'],
}

export type DeskActs = { readonly main: DeskAct | null; readonly all: readonly DeskAct[] }

export function deskActsOf(seen: {
  readonly status: string
  readonly possible: readonly string[]
  /** The guide names a fee that is not settled. */
  readonly feeOpen: boolean
  /** This person's department has already given its opinion. */
  readonly opinionGiven: boolean
}): DeskActs {
  const all = DESK_ACTS.filter(
    (act) => seen.possible.includes(act) && (act !== 'settle-fee' || seen.feeOpen),
  )
  const wanted = WAITS_FOR[seen.status] ?? []
  const main = wanted.find((act) => all.includes(act) && !(act === 'review' && seen.opinionGiven))
  return { main: main ?? null, all }
}
