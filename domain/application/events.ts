import type { Situation as SituationAnswers } from '../catalogue/situation.ts'
import type { FilledForm } from '../form/form-definition.ts'
import type { Actor } from '../shared/actor.ts'
import type { Instant, LocalDate, OrganisationId, ServiceItemId } from '../shared/ids.ts'
import type { NoticeKind } from '../notice/notice.ts'
import type { Applicant, IdentityEntry } from './applicant.ts'
import type {
  BundleRef,
  Channel,
  ContactKind,
  DeclineGround,
  LetterStatement,
  MaterialState,
  OnBehalf,
  Renewal,
  SealRoute,
  SpecialProcedure,
} from './application.ts'
import type { LockerCollection } from './issuance/locker-collection.ts'
import type { OfflineReceipt } from './offline-receipt.ts'
import type { FourChecks } from './commands.ts'
import type { CardLevel, CardRule } from './supervision/card.ts'

/** A fact of an application's life. It carries what happened, not the whole object again. */
type Event<Type extends string, Data = object> = {
  readonly type: Type
  readonly by: Actor
  readonly at: Instant
} & Readonly<Data>

export type ApplicationReceived = Event<
  'ApplicationReceived',
  {
    itemId: ServiceItemId
    guideVersion: number
    departmentId: OrganisationId
    partnerIds: readonly OrganisationId[]
    applicant: Applicant
    channel: Channel
    materials: Readonly<Record<number, MaterialState>>
    insisted: boolean
    renewal: Renewal | null
    situation?: SituationAnswers
    form?: FilledForm
    onBehalf?: OnBehalf
    bundle?: BundleRef
    offline?: OfflineReceipt
    /** Absent: nobody said, as before there were readers. */
    identityEntry?: IdentityEntry
  }
>
export type MaterialsAssessed = Event<
  'MaterialsAssessed',
  { materials: Readonly<Record<number, MaterialState>>; checks: FourChecks; notes: string }
>
export type MaterialAttached = Event<
  'MaterialAttached',
  {
    material: number
    fileId: string
    name: string
    mediaType: string
    size: number
    sha256: string
  }
>
export type ApplicationAccepted = Event<
  'ApplicationAccepted',
  { tolerance?: { readonly materials: readonly number[]; readonly dueOn: LocalDate } }
>
export type ToleratedMaterialsSupplied = Event<
  'ToleratedMaterialsSupplied',
  { materials: readonly number[] }
>
/** The day before a promise of 容缺 ends. */
export type ToleranceReminded = Event<
  'ToleranceReminded',
  { materials: readonly number[]; dueOn: LocalDate }
>
/** 00:00 after the promised day, with these still missing. */
export type ToleranceLapsed = Event<
  'ToleranceLapsed',
  { materials: readonly number[]; dueOn: LocalDate }
>
export type ToleratedMaterialsRequested = Event<
  'ToleratedMaterialsRequested',
  { materials: readonly number[]; text: string }
>
export type CommitmentChecked = Event<
  'CommitmentChecked',
  { material: number; kept: boolean; finding: string }
>
/** `on` is the day of receipt (or of the corrections): Art 32 (1)(4) accepts backwards. */
export type ApplicationDeemedAccepted = Event<
  'ApplicationDeemedAccepted',
  { on: LocalDate; recordedOn: LocalDate }
>
export type ApplicationDeclined = Event<
  'ApplicationDeclined',
  { ground: DeclineGround; text: string }
>
export type CorrectionRequested = Event<
  'CorrectionRequested',
  { materials: readonly number[]; text: string }
>
export type ApplicantReminded = Event<'ApplicantReminded', { days: number }>
export type CorrectionSupplied = Event<'CorrectionSupplied', { materials: readonly number[] }>
export type ApplicationLapsed = Event<'ApplicationLapsed', { reason: string }>
export type ApplicationWithdrawn = Event<'ApplicationWithdrawn', { reason: string }>
/** `of`: the items of the bundle whose result it does without. */
export type WentOnAlone = Event<'WentOnAlone', { of: readonly ServiceItemId[]; reason: string }>
export type ApplicationTerminated = Event<
  'ApplicationTerminated',
  { reason: string; ground?: 'tolerance-lapsed' }
>
export type ReviewOpinionRecorded = Event<
  'ReviewOpinionRecorded',
  { departmentId: OrganisationId; outcome: 'pass' | 'fail'; opinion: string }
>
export type ClockPaused = Event<'ClockPaused', { kind: SpecialProcedure; estimatedDays: number }>
export type ClockResumed = Event<'ClockResumed', { kind: SpecialProcedure }>
export type DeadlineExtended = Event<'DeadlineExtended', { days: number; reason: string }>
export type FeeSettled = Event<'FeeSettled', { amount: number; exempt: boolean }>
export type LicenceGranted = Event<'LicenceGranted', { reason: string }>
export type LicenceRefused = Event<'LicenceRefused', { reason: string }>
/** Art 50: undecided at 24:00 of the day the old certificate expires. */
export type LicenceDeemedRenewed = Event<'LicenceDeemedRenewed', { on: LocalDate }>
export type CertificateMade = Event<
  'CertificateMade',
  {
    version: number
    hash: string
    name: string
    number: string
    validFrom: LocalDate
    validUntil: LocalDate | null
    content: string
  }
>
export type SealingLetterSent = Event<
  'SealingLetterSent',
  { certificateHash: string; statements: readonly LetterStatement[] }
>
export type SealingLetterReturned = Event<'SealingLetterReturned', { reason: string }>
export type SealApplied = Event<'SealApplied', { route: SealRoute; certificateHash: string }>
export type ProvincialResultReceived = Event<
  'ProvincialResultReceived',
  { certificateNumber: string | null; until: LocalDate | null }
>
export type ReadyForPickup = Event<'ReadyForPickup'>
export type ResultIssued = Event<
  'ResultIssued',
  { way: 'pickup' | 'courier'; tracking: string | null }
>
/** `signature`: SM3 of the strokes' picture, kept beside the trail. `locker`: with the proof of that name. */
export type ResultDelivered = Event<
  'ResultDelivered',
  {
    proof: 'signature' | 'courier' | 'locker'
    signature: string | null
    locker?: LockerCollection
  }
>
export type CourierReturned = Event<'CourierReturned'>
export type ApplicationArchived = Event<'ApplicationArchived'>
export type CertificateRevoked = Event<
  'CertificateRevoked',
  { kind: 'penalty' | 'withdrawn' | 'annulled'; reason: string; copyTo: readonly 'bureau'[] }
>
export type ServiceRated = Event<
  'ServiceRated',
  { contact: ContactKind; grade: 1 | 2 | 3 | 4 | 5; text: string }
>
export type RatingFollowedUp = Event<'RatingFollowedUp', { outcome: string; text: string }>
export type CardRaised = Event<
  'CardRaised',
  {
    rule: CardRule
    level: CardLevel
    fact: string
    answerableId: OrganisationId
    officerName: string | null
  }
>
export type CardExplained = Event<'CardExplained', { rule: CardRule; text: string }>
export type CardClosed = Event<'CardClosed', { rule: CardRule; text: string }>
export type CardExplanationRejected = Event<
  'CardExplanationRejected',
  { rule: CardRule; text: string }
>
/** The paper itself: which notice, under which number, with which bytes. A record, not an act: it moves no version. */
export type NoticeSigned = Event<
  'NoticeSigned',
  { noticeId: string; kind: NoticeKind; number: string; sha256: string }
>

/** Dates of the four clocks as a calendar gives them; null where a clock does not run. */
export type DueDates = Readonly<
  Record<'acceptance' | 'decision' | 'committed' | 'issuance', LocalDate | null>
>
/** A calendar year was announced: what was due, and what is due now. A record: the rules did not change, the days did. */
export type DueDatesRecomputed = Event<
  'DueDatesRecomputed',
  { calendar: string; before: DueDates; after: DueDates }
>

export type ApplicationEvent =
  | ApplicationReceived
  | MaterialsAssessed
  | MaterialAttached
  | ApplicationAccepted
  | ToleratedMaterialsSupplied
  | ToleranceReminded
  | ToleranceLapsed
  | ToleratedMaterialsRequested
  | CommitmentChecked
  | ApplicationDeemedAccepted
  | ApplicationDeclined
  | CorrectionRequested
  | ApplicantReminded
  | CorrectionSupplied
  | ApplicationLapsed
  | ApplicationWithdrawn
  | WentOnAlone
  | ApplicationTerminated
  | ReviewOpinionRecorded
  | ClockPaused
  | ClockResumed
  | DeadlineExtended
  | FeeSettled
  | LicenceGranted
  | LicenceRefused
  | LicenceDeemedRenewed
  | CertificateMade
  | SealingLetterSent
  | SealingLetterReturned
  | SealApplied
  | ProvincialResultReceived
  | ReadyForPickup
  | ResultIssued
  | ResultDelivered
  | CourierReturned
  | ApplicationArchived
  | CertificateRevoked
  | ServiceRated
  | RatingFollowedUp
  | CardRaised
  | CardExplained
  | CardClosed
  | CardExplanationRejected
  | NoticeSigned
  | DueDatesRecomputed

export type ApplicationEventType = ApplicationEvent['type']
