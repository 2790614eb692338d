import type { ApplicationStatus } from './application.ts'
import type { ApplicationAction } from './commands.ts'

const UNDER_WAY = [
  'RecordReview',
  'BeginProcedure',
  'EndProcedure',
  'ExtendDeadline',
  'SettleFee',
  'SupplyTolerated',
  'AttachMaterial',
  'WithdrawApplication',
  'TerminateApplication',
] as const

/** The whole procedure on one screen: which act may follow which status. The server and the buttons both read it. */
export const ALLOWED_ACTIONS = {
  'not-lodged': ['ReceiveApplication'],
  received: [
    'AssessMaterials',
    'AttachMaterial',
    'AcceptApplication',
    'RequestCorrection',
    'DeclineApplication',
    'WithdrawApplication',
    'TerminateApplication',
  ],
  'awaiting-correction': [
    'SupplyCorrection',
    'AttachMaterial',
    'DeclineApplication',
    'LapseApplication',
    'WithdrawApplication',
    'TerminateApplication',
  ],
  accepted: UNDER_WAY,
  'in-review': [...UNDER_WAY, 'DecideApplication'],
  granted: ['SettleFee', 'MakeCertificate', 'ReceiveProvincialResult'],
  certified: ['MakeCertificate', 'SendSealingLetter', 'ApplySeal', 'ReceiveProvincialResult'],
  lettered: ['ApplySeal', 'ReturnSealingLetter', 'MakeCertificate', 'ReceiveProvincialResult'],
  sealed: ['NotifyPickup', 'IssueResult', 'RevokeCertificate'],
  refused: ['NotifyPickup', 'IssueResult'],
  issued: ['ConfirmDelivery', 'RevokeCertificate'],
  delivered: ['ArchiveApplication', 'RevokeCertificate'],
  archived: ['RevokeCertificate'],
  declined: [],
  withdrawn: [],
  lapsed: [],
  terminated: [],
} as const satisfies Record<ApplicationStatus, readonly ApplicationAction[]>

/** Supervision and ratings stand beside the procedure: open as long as there is an application. */
const AT_ANY_TIME: readonly ApplicationAction[] = [
  'RateService',
  'FollowUpRating',
  'ExplainCard',
  'CloseCard',
  'ApplyLaw',
]

/** Only where the applicant promised something: not named among what everybody may do next. */
const OF_PROMISES: Readonly<Partial<Record<ApplicationAction, readonly ApplicationStatus[]>>> = {
  RequestTolerated: ['accepted', 'in-review'],
  CheckCommitment: [
    'accepted',
    'in-review',
    'granted',
    'certified',
    'lettered',
    'sealed',
    'issued',
    'delivered',
    'archived',
  ],
}

/** Before the seal a grant is withdrawn only where a commitment it rests on was found untrue: the act's guard says so. */
const BEFORE_THE_SEAL: readonly ApplicationStatus[] = ['granted', 'certified', 'lettered']

/** Of a part of a bundle alone, and as long as it is open: no step of its own procedure. */
const WHILE_OPEN: readonly ApplicationStatus[] = [
  'received',
  'awaiting-correction',
  'accepted',
  'in-review',
]

export function isAllowed(action: ApplicationAction, status: ApplicationStatus): boolean {
  if (status !== 'not-lodged' && AT_ANY_TIME.includes(action)) return true
  if (action === 'RevokeCertificate' && BEFORE_THE_SEAL.includes(status)) return true
  if (action === 'GoOnAlone') return WHILE_OPEN.includes(status)
  return OF_PROMISES[action]?.includes(status) ?? nextActionsOf(status).includes(action)
}

export function nextActionsOf(status: ApplicationStatus): readonly ApplicationAction[] {
  return ALLOWED_ACTIONS[status]
}
