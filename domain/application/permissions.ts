import { sealRoute } from '../sealing/seal-route.ts'
import type { Actor, Role } from '../shared/actor.ts'
import type { AccountId } from '../shared/ids.ts'
import { identityOf } from './applicant.ts'
import type { LodgedApplication } from './application.ts'
import type { ApplicationAction } from './commands.ts'
import type { HeldMandate, Situation } from './facts.ts'
import type { Violation } from './violations.ts'

const DEPARTMENT: readonly Role[] = ['reviewer', 'decider', 'department-head']
const DECIDING: readonly Role[] = ['decider', 'department-head']
const ANSWERING: readonly Role[] = ['window-clerk', 'seal-keeper', ...DEPARTMENT]

/** Which post does which act (domain rules §3). Whoever is not named may not. */
export const ROLES_FOR = {
  ReceiveApplication: ['window-clerk', 'accompanying-agent', 'applicant'],
  AcceptApplication: ['window-clerk'],
  SupplyTolerated: ['window-clerk', 'accompanying-agent', 'applicant'],
  RequestTolerated: ['window-clerk', ...DEPARTMENT],
  CheckCommitment: DEPARTMENT,
  AssessMaterials: ['window-clerk'],
  AttachMaterial: ['window-clerk', 'accompanying-agent', 'applicant'],
  DeclineApplication: ['window-clerk'],
  RequestCorrection: ['window-clerk'],
  SupplyCorrection: ['window-clerk', 'accompanying-agent', 'applicant'],
  LapseApplication: ['window-clerk'],
  WithdrawApplication: ['applicant', 'window-clerk'],
  GoOnAlone: ['applicant', 'window-clerk'],
  TerminateApplication: ['window-clerk', ...DEPARTMENT],
  RecordReview: DEPARTMENT,
  BeginProcedure: DEPARTMENT,
  EndProcedure: DEPARTMENT,
  ExtendDeadline: [...DEPARTMENT, 'government-head'],
  SettleFee: DEPARTMENT,
  DecideApplication: DECIDING,
  MakeCertificate: DEPARTMENT,
  SendSealingLetter: DECIDING,
  ReturnSealingLetter: ['seal-keeper'],
  ApplySeal: ['seal-keeper'],
  ReceiveProvincialResult: [...DEPARTMENT, 'window-clerk'],
  NotifyPickup: ['window-clerk'],
  IssueResult: ['window-clerk'],
  ConfirmDelivery: ['window-clerk'],
  ArchiveApplication: DEPARTMENT,
  RevokeCertificate: DEPARTMENT,
  RateService: ['applicant'],
  FollowUpRating: ['supervisor'],
  ExplainCard: ANSWERING,
  CloseCard: ['supervisor'],
  ApplyLaw: ['law'],
} as const satisfies Record<ApplicationAction, readonly Role[]>

/** Acts that belong to the item's own department (§3; seed notice, part three (2) 3). */
const OF_THE_DEPARTMENT: readonly ApplicationAction[] = [
  'RecordReview',
  'CheckCommitment',
  'BeginProcedure',
  'EndProcedure',
  'SettleFee',
  'DecideApplication',
  'MakeCertificate',
  'SendSealingLetter',
  'ArchiveApplication',
  'RevokeCertificate',
]
/** Who received or accepted does none of these. */
const JUDGING: readonly ApplicationAction[] = ['RecordReview', 'DecideApplication', 'ApplySeal']
const SUPERVISION: readonly ApplicationAction[] = ['FollowUpRating', 'CloseCard']
export const CITIZENS_CHANNELS: readonly string[] = ['portal', 'kiosk']

/**
 * May this person do this act on this application at all? The first refusal of the fixed order (§3):
 * not-your-application, only-the-window-accepts, separation-of-duties, not-your-department, not-permitted.
 */
export function refusalOfPerson(
  action: ApplicationAction,
  application: LodgedApplication,
  situation: Situation,
): Violation | null {
  const { by } = situation
  if (by.role === 'law') return action === 'ApplyLaw' ? null : { code: 'not-permitted' }
  const stranger = by.role === 'applicant' ? refusalOfStranger(application, situation) : null
  if (stranger !== null) return stranger
  if (action === 'AcceptApplication' && by.body === 'department')
    return { code: 'only-the-window-accepts' }
  const did = conflictOf(action, application, situation)
  if (did !== null) return { code: 'separation-of-duties', did }
  if (belongsElsewhere(action, application, situation)) return { code: 'not-your-department' }
  if (!rolesFor(action, situation).includes(by.role)) return { code: 'not-permitted' }
  return null
}

/** Receipt: departments never; citizens through portal or kiosk for themselves or under a mandate; clerks for everybody. */
export function refusalToReceive(
  by: Actor,
  channel: string,
  applicantIdentity: string,
  mandate: HeldMandate | null,
): Violation | null {
  if (by.body === 'department') return { code: 'only-the-window-accepts' }
  if (by.role === 'supervisor')
    return { code: 'separation-of-duties', did: '督查人员不办理任何环节' }
  const roles: readonly Role[] = ROLES_FOR.ReceiveApplication
  if (!roles.includes(by.role)) return { code: 'not-permitted' }
  if (by.role !== 'applicant') return null
  if (by.identity !== applicantIdentity) {
    const refusal = refusalOfMandate(applicantIdentity, mandate)
    if (refusal !== null) return refusal
  }
  return CITIZENS_CHANNELS.includes(channel) ? null : { code: 'only-the-window-accepts' }
}

/** The applicant's own, or lodged for them by this person. */
function refusalOfStranger(
  { applicant, onBehalf }: LodgedApplication,
  { by, facts }: Situation,
): Violation | null {
  const identity = identityOf(applicant)
  if (by.identity === identity) return null
  return onBehalf !== undefined && onBehalf.identity === by.identity
    ? refusalOfMandate(identity, facts.mandate)
    : { code: 'not-your-application' }
}

/** Somebody else's application is theirs to act on only under a mandate that holds this moment. */
function refusalOfMandate(principal: string, mandate: HeldMandate | null): Violation | null {
  if (mandate === null || mandate.principalIdentity !== principal)
    return { code: 'not-your-application' }
  return mandate.refusal === null ? null : { code: 'mandate-invalid', why: mandate.refusal }
}

/** Separation of duties (受审分离、审监分离): what the person has already done on this application, or null. */
function conflictOf(
  action: ApplicationAction,
  application: LodgedApplication,
  { by, facts }: Situation,
): string | null {
  const { received, reviewed, decided } = application.hands
  if (by.role === 'supervisor')
    return SUPERVISION.includes(action) ? null : '督查人员不办理任何环节'
  const has = (hands: readonly AccountId[]) => hands.includes(by.accountId)
  if (JUDGING.includes(action) && has(received)) return '您已收件或者受理本件'
  if (action === 'ApplySeal')
    return has(reviewed) ? '您已审核本件' : has(decided) ? '您已对本件作出决定' : null
  const twoPeople = action === 'DecideApplication' && facts.guide?.kind === 'committed'
  return twoPeople && has(reviewed) ? '您已审核本件，承诺件的审核人不得作决定' : null
}

function belongsElsewhere(
  action: ApplicationAction,
  application: LodgedApplication,
  { by, today, facts }: Situation,
): boolean {
  const own = by.organisationId === application.departmentId
  const concerned = own || isPartner(by, application)
  if (action === 'RecordReview') return !concerned
  if (OF_THE_DEPARTMENT.includes(action)) return !own
  if (by.body !== 'department' || own) return false
  if (action === 'ExplainCard') return !concerned
  const ownSeal =
    action === 'ApplySeal' && sealRoute(facts.item, today, facts.confirmedSealMode) === 'department'
  return (
    ownSeal ||
    action === 'ExtendDeadline' ||
    action === 'ReceiveProvincialResult' ||
    action === 'RequestTolerated' ||
    action === 'TerminateApplication'
  )
}

function isPartner(by: Actor, application: LodgedApplication): boolean {
  return by.organisationId !== undefined && application.partnerIds.includes(by.organisationId)
}

function rolesFor(action: ApplicationAction, { today, facts }: Situation): readonly Role[] {
  if (
    action === 'ApplySeal' &&
    sealRoute(facts.item, today, facts.confirmedSealMode) === 'department'
  )
    return DEPARTMENT
  // What lies in a locker its applicant takes without a clerk, once the door has opened for them.
  if (action === 'ConfirmDelivery' && facts.lockerCollection !== undefined)
    return [...ROLES_FOR.ConfirmDelivery, 'applicant']
  return ROLES_FOR[action]
}
