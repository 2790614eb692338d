import type { LodgedApplication, SpecialProcedure } from '../application/application.ts'
import type { StepName } from '../catalogue/service-guide.ts'
import type { Clock } from './clock-period.ts'

/** The eight special procedures of the Licensing Law, art. 45. */
export const PROCEDURE_NAME = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
} as const satisfies Record<SpecialProcedure, string>

export const STEP_NAME = {
  review: '审核',
  decision: '决定',
  certificate: '制证',
  seal: '盖章',
} as const satisfies Record<StepName, string>

export const CLOCK_NAME = {
  acceptance: '受理期限',
  decision: '法定期限',
  committed: '承诺期限',
  issuance: '送达期限',
  step: '环节期限',
} as const satisfies Record<Clock, string>

/** What begins a clock, as it stands after a date: 3 月 3 日受理. */
export function beginningOf(clock: Clock, application: LodgedApplication): string {
  switch (clock) {
    case 'acceptance':
      return application.correctedOn === null ? '收件' : '补正齐全'
    case 'decision':
    case 'committed':
      return application.acceptance?.deemed ? '视为受理' : '受理'
    case 'issuance':
      return '作出决定'
    case 'step':
      return application.step === null ? '进入环节' : `进入${STEP_NAME[application.step.name]}环节`
  }
}
