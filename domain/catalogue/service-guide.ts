import type { LocalDate, OrganisationId, ServiceItemId } from '../shared/ids.ts'
import type { SituationQuestion, SituationTest } from './situation.ts'

/** GB/T 39046 A.4 服务对象. */
export const SERVICE_OBJECTS = [
  'natural-person',
  'enterprise',
  'institution',
  'social-organisation',
  'government-body',
  'other-organisation',
] as const
export type ServiceObject = (typeof SERVICE_OBJECTS)[number]

/** What the applicant takes home (审批结果). */
export type ResultKind = 'certificate' | 'approval-document' | 'registration' | 'none'

export type StepName = 'review' | 'decision' | 'certificate' | 'seal'

/** What a right sample shows, or what is wrong with a wrong one: each has a drawing of its own. */
export const SAMPLE_FAULTS = [
  'clear',
  'blurred',
  'cut-off',
  'shadow',
  'expired',
  'unsigned',
  'unsealed',
  'altered',
] as const
export type SampleFault = (typeof SAMPLE_FAULTS)[number]

export type MaterialSample = {
  readonly fault: SampleFault
  /** What the picture shows, and why it is accepted or not. */
  readonly caption: string
}

/** One material of a guide (申请材料). Brief: implementation list fields; the seed notice asks for each of them. */
export type RequiredMaterial = {
  /** 1, 2, 3 … as numbered in the guide: people and notices name it by this number. */
  readonly number: number
  readonly name: string
  /** The article that asks for it. */
  readonly basis: string
  readonly original: boolean
  readonly copies: number
  readonly format: 'paper' | 'electronic' | 'either'
  /** 规格: A4. */
  readonly pageFormat: string
  readonly signed: boolean
  readonly sealed: boolean
  /** What the material must show, and how to cure a defect. */
  readonly standard: string
  /** Who makes it: the applicant, an authority, or an intermediary whose service a law requires (722号 43). */
  readonly source: 'applicant' | 'authority' | 'intermediary'
  /** The authority or kind of intermediary that issues it. */
  readonly issuedBy: string | null
  /** Where the office can see it by itself; then it is not asked of the applicant (716号 7). */
  readonly sharedFrom: string | null
  /** Asked only where all of these hold; empty: always. */
  readonly when: readonly SituationTest[]
  /** 容缺: may follow within so many working days after acceptance, under a signed promise; null: may not be missing. */
  readonly tolerableDays: number | null
  /** 告知承诺: a signed commitment may stand in its place. */
  readonly commitment: boolean
  /** A copy verified before serves again for so many months; null: never. */
  readonly reusableMonths: number | null
  /** The blank form printed for it is the guide's own form. */
  readonly isTheForm: boolean
  readonly fillingNotes: readonly string[]
  /** 示范文本: how a well-made one reads. */
  readonly modelText: string | null
  readonly samples: readonly MaterialSample[]
}

/** 裁量基准: in which circumstances which outcome. */
export type DiscretionCriterion = {
  readonly circumstance: string
  readonly standard: string
  readonly basis: string
}

export type FeeLine = {
  readonly name: string
  readonly standard: string
  readonly basis: string
}

/** A published version of an item's guide (办事指南). Immutable: an application keeps the one it was received under. */
export type ServiceGuide = {
  readonly itemId: ServiceItemId
  readonly version: number
  readonly effectiveOn: LocalDate
  /**
   * `baseline`: drafted from the licensing law alone, shown as 基准指南，待部门确认; `drafted`: drafted from the item's own
   * law, what is not from law marked in `unconfirmed`; `confirmed`: by the department and the Bureau.
   */
  readonly confirmation: 'baseline' | 'drafted' | 'confirmed'
  /** Parts that no law gives and no department has confirmed, shown 待部门确认: `fee`, `committedDays`, `materials.3.copies`. */
  readonly unconfirmed: readonly string[]
  /** 适用范围. */
  readonly scope: string
  readonly serviceObjects: readonly ServiceObject[]
  readonly legalBasis: readonly string[]
  readonly conditions: readonly string[]
  /** 禁止性要求. */
  readonly prohibitions: readonly string[]
  /** 数量限制; null: none. */
  readonly quota: string | null
  /** 情形引导: asked in this order, each answer says which comes next. Empty: one situation. */
  readonly questions: readonly SituationQuestion[]
  readonly materials: readonly RequiredMaterial[]
  /** The form that asks the facts once (一套表单), by id; null: none yet. */
  readonly formId: string | null
  /** 承诺件 (two people decide) or 即办件. */
  readonly kind: 'committed' | 'on-the-spot'
  /** Working days, Art 42; joint handling 45. */
  readonly statutoryDays: number
  /** Working days, never more than statutoryDays. */
  readonly committedDays: number
  /** Working days one extension adds where the item's own law says so; null: Art 42. */
  readonly extensionDays: number | null
  /** Working days a step may take, local policy. */
  readonly stepLimits: Readonly<Record<StepName, number>>
  /** 元; null where no law allows a fee (Art 58). */
  readonly fee: { readonly amount: number; readonly basis: string } | null
  readonly feeLines: readonly FeeLine[]
  /** Calendar days the item's own law gives the applicant to correct; null: no limit. */
  readonly correctionLimitDays: number | null
  /** 事后核查: working days after acceptance within which a commitment is checked; null: not given, 待部门确认. */
  readonly commitmentCheckDays: number | null
  /** What a lapsed promise of 容缺 leads to; null: not given, 待部门确认. */
  readonly toleranceLapse: 'refuse' | 'terminate' | null
  /** Years a certificate is valid; null: no fixed term. */
  readonly validityYears: number | null
  readonly renewable: boolean
  readonly resultKind: ResultKind
  readonly certificateName: string
  readonly discretion: readonly DiscretionCriterion[]
  /** 申请人权利义务. */
  readonly rights: readonly string[]
  readonly faq: readonly { readonly question: string; readonly answer: string }[]
  /** 到现场次数. */
  readonly visits: number
  /** Joint handling: who gives an opinion. */
  readonly partnerIds: readonly OrganisationId[]
  readonly notes: readonly string[]
}
