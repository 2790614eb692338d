import type { Situation as SituationAnswers } from '../catalogue/situation.ts'
import type { FilledForm } from '../form/form-definition.ts'
import type { Actor } from '../shared/actor.ts'
import type { ApplicationId, Instant, ServiceItemId } from '../shared/ids.ts'
import type { Applicant, IdentityEntry } from './applicant.ts'
import type {
  BundleRef,
  Channel,
  ContactKind,
  DeclineGround,
  LetterStatement,
  MaterialState,
} from './application.ts'
import type { OfflineReceipt } from './offline-receipt.ts'
import type { CardRule } from './supervision/card.ts'

/** Every command carries who and when: the rules never read a clock or a session. */
type Command<Type extends string, Data = object> = {
  readonly type: Type
  readonly by: Actor
  readonly at: Instant
} & Readonly<Data>

export type ReceiveApplication = Command<
  'ReceiveApplication',
  {
    itemId: ServiceItemId
    applicant: Applicant
    channel: Channel
    materials: Readonly<Record<number, MaterialState>>
    insist: boolean
    renews: ApplicationId | null
    situation?: SituationAnswers
    form?: FilledForm | null
    mandateId?: string | null
    bundle?: BundleRef | null
    /** Absent: received at the server. */
    offline?: OfflineReceipt
    identityEntry?: IdentityEntry | null
  }
>
/** `tolerated`: accepted although these are missing, on the applicant's signed promise (容缺受理). */
export type AcceptApplication = Command<'AcceptApplication', { tolerated?: readonly number[] }>
export type SupplyTolerated = Command<'SupplyTolerated', { materials: readonly number[] }>
/** After the promise lapsed: the department asks for what is missing (催交). */
export type RequestTolerated = Command<'RequestTolerated', { text: string }>
/** 事后核查 of one commitment (告知承诺): true or not, how it was checked and what was found. */
export type CheckCommitment = Command<
  'CheckCommitment',
  { material: number; kept: boolean; finding: string }
>
/** The four checks of the window (seed notice, part three (2) 1), each answered. */
export type FourChecks = {
  readonly complete: boolean
  readonly elementsFilled: boolean
  readonly legalForm: boolean
  readonly withinJurisdiction: boolean
}
/** What the clerk found, material by material; also how an on-the-spot fix is recorded (Art 32 (3)). */
export type AssessMaterials = Command<
  'AssessMaterials',
  { materials: Readonly<Record<number, MaterialState>>; checks: FourChecks; notes: string }
>
/** A scanned or uploaded file, by its hash: the bytes are stored before the command. */
export type AttachMaterial = Command<
  'AttachMaterial',
  {
    material: number
    fileId: string
    name: string
    mediaType: string
    size: number
    sha256: string
  }
>
export type DeclineApplication = Command<
  'DeclineApplication',
  { ground: DeclineGround; text: string }
>
export type RequestCorrection = Command<
  'RequestCorrection',
  { materials: readonly number[]; text: string }
>
export type SupplyCorrection = Command<'SupplyCorrection', { materials: readonly number[] }>
export type LapseApplication = Command<'LapseApplication', { reason: string }>
export type WithdrawApplication = Command<'WithdrawApplication', { reason: string }>
/** A part of a bundle no longer waits for one that ended without a grant (不等前项). */
export type GoOnAlone = Command<'GoOnAlone', { reason: string }>
/** `tolerance-lapsed`: because what was promised did not come, where the guide says so. */
export type TerminateApplication = Command<
  'TerminateApplication',
  { reason: string; ground?: 'tolerance-lapsed' }
>
export type RecordReview = Command<'RecordReview', { outcome: 'pass' | 'fail'; opinion: string }>
/** `kind` is what the person chose: anything outside Art 45 is refused by the rule, not by the form. */
export type BeginProcedure = Command<'BeginProcedure', { kind: string; days: number }>
export type EndProcedure = Command<'EndProcedure'>
export type ExtendDeadline = Command<'ExtendDeadline', { reason: string }>
export type SettleFee = Command<'SettleFee', { amount: number; exempt: boolean }>
export type DecideApplication = Command<
  'DecideApplication',
  { outcome: 'grant' | 'refuse'; reason: string }
>
/** `until` wins over `years`; neither: the guide's term. `content` is what the certificate says beyond name, holder and term. */
export type MakeCertificate = Command<
  'MakeCertificate',
  { years: number | null; until: string | null; content: string }
>
export type SendSealingLetter = Command<
  'SendSealingLetter',
  { statements: readonly LetterStatement[] }
>
export type ReturnSealingLetter = Command<'ReturnSealingLetter', { reason: string }>
export type ApplySeal = Command<'ApplySeal'>
export type ReceiveProvincialResult = Command<
  'ReceiveProvincialResult',
  { certificateNumber: string | null; until: string | null }
>
export type NotifyPickup = Command<'NotifyPickup'>
export type IssueResult = Command<
  'IssueResult',
  { by: Actor; way: 'pickup' | 'courier'; tracking: string | null }
>
export type ConfirmDelivery = Command<
  'ConfirmDelivery',
  {
    proof: 'signature' | 'courier' | 'locker' | null
    returned: boolean
    signature: string | null
  }
>
export type ArchiveApplication = Command<'ArchiveApplication'>
export type RevokeCertificate = Command<
  'RevokeCertificate',
  { kind: 'penalty' | 'withdrawn' | 'annulled'; reason: string }
>
/** Without `contact`: the first that was not rated yet. */
export type RateService = Command<
  'RateService',
  { grade: 1 | 2 | 3 | 4 | 5; text: string; contact?: ContactKind }
>
export type FollowUpRating = Command<'FollowUpRating', { outcome: string; text: string }>
/** Without `rule`: every open card that waits for an answer. */
export type ExplainCard = Command<'ExplainCard', { rule: CardRule | null; text: string }>
export type CloseCard = Command<
  'CloseCard',
  { rule: CardRule | null; accept: boolean; text: string }
>
/** The law's own command: whatever falls due at `at`, and nothing later. */
export type ApplyLaw = Command<'ApplyLaw', { recordedAt: Instant }>

export type ApplicationCommand =
  | ReceiveApplication
  | AcceptApplication
  | SupplyTolerated
  | RequestTolerated
  | CheckCommitment
  | AssessMaterials
  | AttachMaterial
  | DeclineApplication
  | RequestCorrection
  | SupplyCorrection
  | LapseApplication
  | WithdrawApplication
  | GoOnAlone
  | TerminateApplication
  | RecordReview
  | BeginProcedure
  | EndProcedure
  | ExtendDeadline
  | SettleFee
  | DecideApplication
  | MakeCertificate
  | SendSealingLetter
  | ReturnSealingLetter
  | ApplySeal
  | ReceiveProvincialResult
  | NotifyPickup
  | IssueResult
  | ConfirmDelivery
  | ArchiveApplication
  | RevokeCertificate
  | RateService
  | FollowUpRating
  | ExplainCard
  | CloseCard
  | ApplyLaw

export type ApplicationAction = ApplicationCommand['type']

/** The name of a command outside the code: in a URL, in `possible`, in a scenario file. */
export const COMMAND_NAME = {
  ReceiveApplication: 'receive',
  AcceptApplication: 'accept',
  SupplyTolerated: 'supply-tolerated',
  RequestTolerated: 'request-tolerated',
  CheckCommitment: 'check-commitment',
  AssessMaterials: 'assess',
  AttachMaterial: 'attach-material',
  DeclineApplication: 'decline',
  RequestCorrection: 'request-correction',
  SupplyCorrection: 'supply-correction',
  LapseApplication: 'lapse',
  WithdrawApplication: 'withdraw',
  GoOnAlone: 'go-on-alone',
  TerminateApplication: 'terminate',
  RecordReview: 'review',
  BeginProcedure: 'begin-procedure',
  EndProcedure: 'end-procedure',
  ExtendDeadline: 'extend',
  SettleFee: 'settle-fee',
  DecideApplication: 'decide',
  MakeCertificate: 'make-certificate',
  SendSealingLetter: 'send-letter',
  ReturnSealingLetter: 'return-letter',
  ApplySeal: 'seal',
  ReceiveProvincialResult: 'receive-provincial-result',
  NotifyPickup: 'notify-pickup',
  IssueResult: 'issue',
  ConfirmDelivery: 'confirm-delivery',
  ArchiveApplication: 'archive',
  RevokeCertificate: 'revoke',
  RateService: 'rate',
  FollowUpRating: 'follow-up',
  ExplainCard: 'explain-card',
  CloseCard: 'close-card',
  ApplyLaw: 'apply-law',
} as const satisfies Record<ApplicationAction, string>
export type CommandName = (typeof COMMAND_NAME)[ApplicationAction]
