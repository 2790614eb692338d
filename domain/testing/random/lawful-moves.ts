import type { ApplicationStatus } from '../../application/application.ts'
import type { ApplicationEventType } from '../../application/events.ts'

type Status = ApplicationStatus
type Move = { readonly from: readonly Status[]; readonly to: readonly Status[] }

const move = (from: string, to: string): Move => ({
  from: from.split(' ') as Status[],
  to: to.split(' ') as Status[],
})
/** Beside the procedure: any status stays what it is. */
const STAYS = null
const OPEN = 'received awaiting-correction accepted in-review'
const WITH_THE_DEPARTMENT = 'accepted in-review granted'
const MAKING = 'granted certified lettered'
const CHECKED = `accepted in-review ${MAKING} sealed issued delivered archived`

/** Which event may follow which status, and what it makes of it: the life of domain rules §4, written down a second time. */
export const LAWFUL_MOVES: Readonly<Record<ApplicationEventType, Move | typeof STAYS>> = {
  ApplicationReceived: move('not-lodged', 'received'),
  MaterialsAssessed: move('received', 'received'),
  MaterialAttached: move(OPEN, OPEN),
  ApplicationAccepted: move('received', 'accepted'),
  ToleratedMaterialsSupplied: move('accepted in-review', 'accepted in-review'),
  ToleranceReminded: move('accepted in-review', 'accepted in-review'),
  ToleranceLapsed: move('accepted in-review', 'accepted in-review'),
  ToleratedMaterialsRequested: move('accepted in-review', 'accepted in-review'),
  CommitmentChecked: move(CHECKED, CHECKED),
  ApplicationDeemedAccepted: move('received', 'accepted'),
  ApplicationDeclined: move('received awaiting-correction', 'declined'),
  CorrectionRequested: move('received', 'awaiting-correction'),
  ApplicantReminded: move('awaiting-correction', 'awaiting-correction'),
  CorrectionSupplied: move('awaiting-correction', 'awaiting-correction received'),
  ApplicationLapsed: move('awaiting-correction', 'lapsed'),
  ApplicationWithdrawn: move(OPEN, 'withdrawn'),
  WentOnAlone: move(OPEN, OPEN),
  ApplicationTerminated: move(OPEN, 'terminated'),
  ReviewOpinionRecorded: move('accepted in-review', 'in-review'),
  ClockPaused: move('accepted in-review', 'accepted in-review'),
  ClockResumed: move('accepted in-review', 'accepted in-review'),
  DeadlineExtended: move('accepted in-review', 'accepted in-review'),
  FeeSettled: move(WITH_THE_DEPARTMENT, WITH_THE_DEPARTMENT),
  LicenceGranted: move('in-review', 'granted'),
  LicenceRefused: move('in-review', 'refused'),
  LicenceDeemedRenewed: move('accepted in-review', 'granted'),
  CertificateMade: move(MAKING, 'certified'),
  SealingLetterSent: move('certified', 'lettered'),
  SealingLetterReturned: move('lettered', 'certified'),
  SealApplied: move('certified lettered', 'sealed'),
  ProvincialResultReceived: move(MAKING, 'sealed'),
  ReadyForPickup: move('sealed refused', 'sealed refused'),
  ResultIssued: move('sealed refused', 'issued'),
  ResultDelivered: move('issued', 'delivered'),
  CourierReturned: move('issued', 'sealed refused'),
  ApplicationArchived: move('delivered', 'archived'),
  CertificateRevoked: move(
    `${MAKING} sealed issued delivered archived`,
    'terminated sealed issued delivered archived',
  ),
  ServiceRated: STAYS,
  RatingFollowedUp: STAYS,
  CardRaised: STAYS,
  CardExplained: STAYS,
  CardClosed: STAYS,
  CardExplanationRejected: STAYS,
  NoticeSigned: STAYS,
  DueDatesRecomputed: STAYS,
}

/** The events that change the status; the others leave it alone. */
const TURNING: readonly ApplicationEventType[] = [
  'ApplicationReceived',
  'ApplicationAccepted',
  'ApplicationDeemedAccepted',
  'ApplicationDeclined',
  'CorrectionRequested',
  'CorrectionSupplied',
  'ApplicationLapsed',
  'ApplicationWithdrawn',
  'ApplicationTerminated',
  'ReviewOpinionRecorded',
  'LicenceGranted',
  'LicenceRefused',
  'LicenceDeemedRenewed',
  'CertificateMade',
  'SealingLetterSent',
  'SealingLetterReturned',
  'SealApplied',
  'ProvincialResultReceived',
  'ResultIssued',
  'ResultDelivered',
  'CourierReturned',
  'ApplicationArchived',
  'CertificateRevoked',
]

export function isLawfulMove(type: ApplicationEventType, from: Status, to: Status): boolean {
  const lawful = LAWFUL_MOVES[type]
  if (!TURNING.includes(type) && from !== to) return false
  return lawful === null || (lawful.from.includes(from) && lawful.to.includes(to))
}
