import type {
  AccountId,
  ApplicationId,
  Instant,
  LocalDate,
  OrganisationId,
  ServiceItemId,
} from '../shared/ids.ts'
import type { StepName } from '../catalogue/service-guide.ts'
import type { Situation as SituationAnswers } from '../catalogue/situation.ts'
import type { FilledForm } from '../form/form-definition.ts'
import type { CardRecord } from './supervision/card.ts'
import type { Applicant } from './applicant.ts'
import type { FourChecks } from './commands.ts'

export type Channel = 'window' | 'portal' | 'kiosk' | 'post' | 'agent'
/** `promised`: a signed commitment (告知承诺) stands in its place. */
export type MaterialState = 'held' | 'missing' | 'defective' | 'promised'
export type DeclineGround =
  | 'licence-not-required'
  | 'out-of-jurisdiction'
  | 'false-material'
  | 'not-corrected'

/** Art 45 names eight, and only eight. */
export const SPECIAL_PROCEDURES = [
  'hearing',
  'tender',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
] as const
export type SpecialProcedure = (typeof SPECIAL_PROCEDURES)[number]

/** The four statements of the sealing letter (准予许可函), seed notice part three (2) 4. */
export const LETTER_STATEMENTS = [
  'procedure-lawful',
  'content-lawful',
  'approval-complete',
  'licence-granted',
] as const
export type LetterStatement = (typeof LETTER_STATEMENTS)[number]

export type SealRoute = 'bureau' | 'department' | 'provincial'

export type MaterialFile = {
  readonly material: number
  readonly fileId: string
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly at: Instant
}

/** One-time correction (补正): `asked` is the first and complete list, `outstanding` what is still to come. */
export type Correction = {
  readonly asked: readonly number[]
  readonly outstanding: readonly number[]
  readonly text: string
  readonly askedOn: LocalDate
  readonly rounds: number
  readonly remindedDays: readonly number[]
}

export type Acceptance = {
  readonly on: LocalDate
  /** The day it was recorded: differs from `on` only when the law accepted. */
  readonly recordedOn: LocalDate
  readonly deemed: boolean
}

export type Pause = {
  readonly kind: SpecialProcedure
  readonly begunOn: LocalDate
  /** Working days told to the applicant. */
  readonly estimatedDays: number
  readonly endedOn: LocalDate | null
}

export type Opinion = {
  readonly departmentId: OrganisationId
  readonly by: AccountId
  readonly byName: string
  readonly outcome: 'pass' | 'fail'
  readonly opinion: string
  readonly on: LocalDate
}
export type Decision = {
  readonly outcome: 'grant' | 'refuse'
  readonly on: LocalDate
  readonly by: AccountId
  readonly byName: string
  readonly reason: string
  readonly deemed: boolean
}
export type Certificate = {
  readonly version: number
  /** SM3 of the certificate's content; the letter binds it. */
  readonly hash: string
  readonly name: string
  readonly number: string
  /** What is licensed, beyond name, holder and term. */
  readonly content: string
  readonly validFrom: LocalDate
  readonly validUntil: LocalDate | null
}
export type SealingLetter = {
  readonly certificateHash: string
  readonly statements: readonly LetterStatement[]
  readonly sentOn: LocalDate
  readonly returned: { readonly on: LocalDate; readonly reason: string } | null
}
export type Sealing = { readonly on: LocalDate; readonly route: SealRoute; readonly by: AccountId }
export type Issuance = {
  readonly by: 'pickup' | 'courier'
  readonly tracking: string | null
  readonly on: LocalDate
}
export type Delivery = {
  readonly on: LocalDate
  readonly proof: 'signature' | 'courier' | 'locker'
}
export type Closure = {
  readonly on: LocalDate
  readonly reason: string
  readonly ground: DeclineGround | null
}
export type Revocation = {
  readonly kind: 'penalty' | 'withdrawn' | 'annulled'
  readonly on: LocalDate
  readonly reason: string
}
/** Renewal (Art 50): which certificate, when it expires, and whether the application came early enough to be protected. */
export type Renewal = {
  readonly certificateOf: ApplicationId
  readonly expiresOn: LocalDate
  readonly protected: boolean
}
export type FollowUp = { readonly on: LocalDate; readonly outcome: string; readonly text: string }
/** One rating a service contact (§7); `contact` is the moment of service it answers. */
export type Rating = {
  readonly contact: ContactKind
  readonly grade: 1 | 2 | 3 | 4 | 5
  readonly on: LocalDate
  readonly followUps: readonly FollowUp[]
}
export type ContactKind = 'intake' | 'correction' | 'delivery'

/** 容缺受理: accepted on the applicant's signed promise to bring these by that day. */
export type Tolerance = {
  readonly materials: readonly number[]
  readonly outstanding: readonly number[]
  readonly promisedOn: LocalDate
  readonly dueOn: LocalDate
  readonly remindedOn?: LocalDate
  /** The day after the promised one, when something was still missing. */
  readonly lapsedOn?: LocalDate
  /** What the department asked for after that. */
  readonly requests?: readonly { readonly on: LocalDate; readonly text: string }[]
}
/** 事后核查: what the department found of one commitment (国办发〔2020〕42号). */
export type CommitmentCheck = {
  readonly material: number
  /** False: the commitment was not true. */
  readonly kept: boolean
  /** How it was checked and what was found. */
  readonly finding: string
  readonly on: LocalDate
  readonly byName: string
  /** Of an untrue one: the day a later check found it put right (责令限期整改). */
  readonly putRightOn?: LocalDate
}
/** Lodged by somebody who holds a mandate of the applicant (委托、监护). */
export type OnBehalf = {
  readonly mandateId: string
  /** `id-card:…` of who acts. */
  readonly identity: string
  readonly name: string
}
/** One child of a bundle (一件事): every child keeps its own clocks. */
export type BundleRef = { readonly bundleId: string; readonly bundleCaseId: string }

/** What every lodged application carries, whatever its status. */
export type Lodged = {
  readonly itemId: ServiceItemId
  readonly guideVersion: number
  readonly departmentId: OrganisationId
  readonly partnerIds: readonly OrganisationId[]
  readonly applicant: Applicant
  readonly channel: Channel
  readonly receivedAt: Instant
  readonly receivedOn: LocalDate
  /** When the last event happened: no later event is dated before it. */
  readonly movedAt: Instant
  readonly insisted: boolean
  readonly renewal: Renewal | null
  /** Absent where the guide asks nothing. */
  readonly situation?: SituationAnswers
  /** Absent where it came on paper. */
  readonly form?: FilledForm
  readonly onBehalf?: OnBehalf
  readonly bundle?: BundleRef
  /** Items of the bundle whose result it does without: they ended, and no law ties it to them. */
  readonly goesOnWithout?: readonly ServiceItemId[]
  readonly tolerance?: Tolerance
  /** Absent until the first commitment was checked. */
  readonly commitments?: readonly CommitmentCheck[]
  /** Every commitment was checked. */
  readonly commitmentsChecked?: true
  /** By guide number: what this situation needs. */
  readonly materials: Readonly<Record<number, MaterialState>>
  readonly files: readonly MaterialFile[]
  readonly checks: FourChecks | null
  readonly correction: Correction | null
  /** The day all asked corrections were in: the acceptance clock starts here again. */
  readonly correctedOn: LocalDate | null
  readonly acceptance: Acceptance | null
  readonly pauses: readonly Pause[]
  readonly extension: {
    readonly on: LocalDate
    readonly days: number
    readonly reason: string
  } | null
  readonly opinions: readonly Opinion[]
  readonly fee: { readonly paid: number; readonly exempt: boolean }
  readonly decision: Decision | null
  readonly certificate: Certificate | null
  readonly letter: SealingLetter | null
  readonly sealing: Sealing | null
  readonly pickupNotifiedOn: LocalDate | null
  readonly issuance: Issuance | null
  readonly delivery: Delivery | null
  readonly archivedOn: LocalDate | null
  readonly closure: Closure | null
  readonly revocation: Revocation | null
  readonly copiesSentTo: readonly 'bureau'[]
  readonly step: { readonly name: StepName; readonly enteredOn: LocalDate } | null
  readonly cards: readonly CardRecord[]
  readonly contacts: readonly ContactKind[]
  readonly ratings: readonly Rating[]
  /** For separation of duties: who has already had which side in hand. */
  readonly hands: {
    readonly received: readonly AccountId[]
    readonly reviewed: readonly AccountId[]
    readonly decided: readonly AccountId[]
  }
}

export type With<Part extends keyof Lodged> = Lodged & {
  readonly [Key in Part]: NonNullable<Lodged[Key]>
}
type At<Status extends string, Part extends keyof Lodged = never> = With<Part> & {
  readonly status: Status
}

/** One application (办件): its status says which parts exist. */
export type Application =
  | { readonly status: 'not-lodged' }
  | At<'received'>
  | At<'awaiting-correction', 'correction'>
  | At<'accepted' | 'in-review', 'acceptance'>
  | At<'granted', 'acceptance' | 'decision'>
  | At<'certified', 'acceptance' | 'decision' | 'certificate'>
  | At<'lettered', 'acceptance' | 'decision' | 'certificate' | 'letter'>
  | At<'sealed', 'acceptance' | 'decision' | 'sealing'>
  | At<'refused', 'acceptance' | 'decision'>
  | At<'issued', 'acceptance' | 'decision' | 'issuance'>
  | At<'delivered' | 'archived', 'acceptance' | 'decision' | 'issuance' | 'delivery'>
  | At<'declined' | 'withdrawn' | 'lapsed' | 'terminated', 'closure'>

export type ApplicationStatus = Application['status']
export type LodgedApplication = Exclude<Application, { readonly status: 'not-lodged' }>
export const NOT_LODGED: Application = { status: 'not-lodged' }
