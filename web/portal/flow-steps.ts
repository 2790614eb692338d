import type { GuideView } from '../../contract/catalogue.ts'
import { devolvedTo } from './item-words.ts'

export type FlowStep = { readonly name: string; readonly who: string; readonly limit: string }
export type FlowStage = { readonly limit: string; readonly steps: readonly FlowStep[] }

const SEALER = {
  bureau: '州行政审批局',
  department: null,
  provincial: '省级主管部门',
} as const satisfies Record<GuideView['item']['sealRoute'], string | null>

/** The way of an application in three stages, each under its own limit of the law (art. 32, 42, 44). */
export function flowStagesOf(guide: GuideView): readonly FlowStage[] {
  const { item, stepLimits } = guide
  // A devolved item goes its whole way where it is handled.
  const elsewhere = item.status === 'devolved' ? devolvedTo(item) : null
  const department = elsewhere ?? item.departmentName
  const counter = elsewhere ?? '综合窗口'
  const sealer = elsewhere ?? SEALER[item.sealRoute] ?? department
  const days = (step: keyof typeof stepLimits) => {
    const limit = stepLimits[step]
    return `${limit} 日`
  }
  const step = (name: string, who: string, limit: string): FlowStep => ({ name, who, limit })
  return [
    { limit: '法定 5 个工作日', steps: [step('受理', counter, '当场，至多 5 日')] },
    {
      limit: `承诺 ${item.committedDays} 个工作日（法定 ${item.statutoryDays}）`,
      steps: [
        step('审核', department, days('review')),
        step('作出决定', department, days('decision')),
      ],
    },
    {
      limit: '法定 10 个工作日',
      steps: [
        step('制证', department, days('certificate')),
        step('盖章', sealer, days('seal')),
        step('出件', counter, ''),
      ],
    },
  ]
}
