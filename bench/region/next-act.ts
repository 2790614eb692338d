import {
  LETTER_STATEMENTS,
  type LodgedApplication,
  type SealRoute,
} from '../../domain/application/application.ts'
import type { ApplicationCommand } from '../../domain/application/commands.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { openPauseOf } from '../../domain/application/review/special-procedure.ts'
import type { LifePlan } from './life-plan.ts'

export type Post =
  | 'clerk'
  | 'agent'
  | 'applicant'
  | 'reviewer'
  | 'second-reviewer'
  | 'decider'
  | 'head'
  | 'sealer'
  | 'supervisor'

/** Who does what next, and after how many working days. */
export type NextAct = {
  readonly who: Post
  readonly wait: number
  readonly act: Omit<ApplicationCommand, 'by' | 'at'>
}

export type Standing = {
  readonly application: LodgedApplication
  readonly plan: LifePlan
  readonly guide: ServiceGuide
  readonly route: SealRoute
  /** Types of the commands given so far. */
  readonly done: readonly string[]
}

const MISSING = '场所或者资格证明未提交，请补齐后一并交到综合窗口。'
const FOUR_YES = {
  complete: true,
  elementsFilled: true,
  legalForm: true,
  withinJurisdiction: true,
}
/** Working days after which nobody waits for a correction any more. */
const GIVEN_UP_AFTER = 62

/** The procedure's next step in this life; null: nothing more to do. */
export function nextAct(standing: Standing): NextAct | null {
  switch (standing.application.status) {
    case 'received':
      return intake(standing)
    case 'awaiting-correction':
      return correction(standing)
    case 'accepted':
    case 'in-review':
      return review(standing)
    case 'granted':
    case 'certified':
    case 'lettered':
      return certificate(standing)
    case 'sealed':
    case 'refused':
    case 'issued':
    case 'delivered':
      return issuance(standing)
    case 'archived':
      return revocation(standing)
    case 'declined':
    case 'withdrawn':
    case 'lapsed':
    case 'terminated':
      return null
  }
}

function intake({ application, plan, done }: Standing): NextAct {
  const { wait } = plan
  if (application.correction === null && plan.intake === 'declined')
    return act('clerk', wait.intake, 'DeclineApplication', {
      ground: 'out-of-jurisdiction',
      text: '该事项依法由县级主管部门办理，请向所在县（市）政务服务窗口提出。',
    })
  if (application.correction === null && plan.intake === 'correction')
    return act('clerk', wait.intake, 'RequestCorrection', { materials: [2], text: MISSING })
  if (plan.assessed && !done.includes('AssessMaterials'))
    return act('clerk', wait.intake, 'AssessMaterials', {
      materials: { 1: 'held', 2: 'held', 3: 'held' },
      checks: FOUR_YES,
      notes: '',
    })
  const waited = done.includes('AssessMaterials') || done.includes('SupplyCorrection')
  return act('clerk', waited ? 0 : wait.intake, 'AcceptApplication')
}

function correction({ plan, guide }: Standing): NextAct {
  const { wait } = plan
  if (plan.correction === 'supplied')
    return act('clerk', wait.correction, 'SupplyCorrection', { materials: [2] })
  if (plan.correction === 'withdrawn')
    return act('clerk', wait.correction + 2, 'WithdrawApplication', {
      reason: '申请人不再办理，书面申请撤回。',
    })
  if (guide.correctionLimitDays === null)
    return act('clerk', GIVEN_UP_AFTER, 'TerminateApplication', {
      reason: '申请人主体已注销，程序终止。',
    })
  return act('clerk', guide.correctionLimitDays, 'LapseApplication', {
    reason: '期满未补正，视为放弃本次申请。',
  })
}

function review({ application, plan, done }: Standing): NextAct {
  const { wait } = plan
  if (openPauseOf(application) !== null)
    return act('reviewer', plan.pause?.days ?? 5, 'EndProcedure')
  if (plan.pause !== null && !done.includes('BeginProcedure'))
    return act('reviewer', 1, 'BeginProcedure', plan.pause)
  if (plan.extended && !done.includes('ExtendDeadline'))
    return act('head', 2, 'ExtendDeadline', { reason: '情况复杂，需进一步核实有关材料。' })
  return application.opinions.length === 0 ? opinion(plan) : decision(plan, wait.decision)
}

function opinion({ grants, wait }: LifePlan): NextAct {
  return act('reviewer', wait.review, 'RecordReview', {
    outcome: grants ? 'pass' : 'fail',
    opinion: grants ? '材料齐全，符合条件，建议准予。' : '现场条件与申请材料不符，建议不予许可。',
  })
}

function decision({ ending, grants }: LifePlan, wait: number): NextAct {
  switch (ending) {
    case 'withdrawn':
      return act('clerk', wait, 'WithdrawApplication', { reason: '申请人自愿撤回。' })
    case 'terminated':
      return act('head', wait, 'TerminateApplication', { reason: '申请人主体资格已终止。' })
    case 'decided':
      return act('decider', wait, 'DecideApplication', {
        outcome: grants ? 'grant' : 'refuse',
        reason: grants ? '' : '现场核查发现场所面积不足，不符合规定的最低条件，故不予许可。',
      })
  }
}

function certificate(standing: Standing): NextAct {
  const { application, plan, guide, route } = standing
  const { wait } = plan
  const { fee, status } = application
  if (status === 'granted' && guide.fee !== null && fee.paid < guide.fee.amount)
    return act('reviewer', 0, 'SettleFee', { amount: guide.fee.amount, exempt: false })
  if (route === 'provincial')
    return act('reviewer', wait.certificate + 6, 'ReceiveProvincialResult', {
      certificateNumber: '川示例证书',
      until: null,
    })
  if (status === 'granted' || isToBeRemade(application))
    return act('reviewer', wait.certificate, 'MakeCertificate', {
      years: null,
      until: null,
      content: '许可内容详见准予行政许可决定书。',
    })
  return route === 'department' ? act('second-reviewer', wait.seal, 'ApplySeal') : sealing(standing)
}

function isToBeRemade({ letter, certificate: made }: LodgedApplication): boolean {
  return letter !== null && letter.returned !== null && made?.version === 1
}

function sealing({ application, plan, done }: Standing): NextAct {
  const { wait } = plan
  if (application.status === 'certified')
    return act('decider', wait.letter, 'SendSealingLetter', { statements: LETTER_STATEMENTS })
  if (plan.letterReturned && !done.includes('ReturnSealingLetter'))
    return act('sealer', wait.seal, 'ReturnSealingLetter', {
      reason: '函件所列证照名称与决定书不一致，请核对后重新来函。',
    })
  return act('sealer', wait.seal, 'ApplySeal')
}

function issuance({ application, plan, done }: Standing): NextAct {
  const { wait } = plan
  const cameBack = done.includes('ConfirmDelivery')
  if (application.status === 'delivered') return act('reviewer', wait.archive, 'ArchiveApplication')
  if (application.status === 'issued') return delivery(plan, cameBack)
  const told = done.includes('NotifyPickup')
  if (plan.notifiesPickup && plan.way === 'pickup' && !told)
    return act('clerk', wait.issue, 'NotifyPickup')
  const way = cameBack ? 'pickup' : plan.way
  return act('clerk', told ? 0 : wait.issue, 'IssueResult', {
    way,
    tracking: way === 'courier' ? 'SHILI0000001' : null,
  })
}

function delivery({ way, courierReturned, wait }: LifePlan, cameBack: boolean): NextAct {
  const byCourier = way === 'courier' && !cameBack
  const returned = byCourier && courierReturned
  const proof = byCourier ? 'courier' : 'signature'
  return act('clerk', wait.delivery, 'ConfirmDelivery', {
    proof: returned ? null : proof,
    returned,
    signature: null,
  })
}

function revocation({ application, plan, done }: Standing): NextAct | null {
  const revokable = application.decision?.outcome === 'grant' && !done.includes('RevokeCertificate')
  return plan.revoked && revokable
    ? act('head', 40, 'RevokeCertificate', {
        kind: 'penalty',
        reason: '擅自变更许可内容，情节严重。',
      })
    : null
}

function act(
  who: Post,
  wait: number,
  type: ApplicationCommand['type'],
  more: object = {},
): NextAct {
  return { who, wait, act: { type, ...more } as NextAct['act'] }
}
