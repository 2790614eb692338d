import type { LocalDate, OrganisationId, ServiceItemId } from '../shared/ids.ts'

/** Why an item stays outside the unified seal even after the trial (seed notice, part three (2) 4). */
export type SealException =
  | 'policy-heavy'
  | 'balance-of-public-interests'
  | 'major-public-safety'
  | 'construction-project'

/** One item of the catalogue (事项), as the annex prints it. */
export type ServiceItem = {
  readonly itemId: ServiceItemId
  /** 序号 in the annex, 1–75; absent for items outside it. */
  readonly annexNumber?: number
  /** 对应序号 in the prefecture's larger list. */
  readonly listNumber?: number
  readonly name: string
  /** Initials for the search box: `lwpqjyxk`. */
  readonly pinyinInitials: string
  readonly departmentId: OrganisationId
  /** Joint handling (联审联办, Art 26): departments that give an opinion of their own. */
  readonly partnerIds: readonly OrganisationId[]
  /** 行使层级 as printed: the meaning of × is not stated, so it is kept as it stands. */
  readonly levelMark: '×' | null
  readonly status: 'active' | 'suspended' | 'devolved'
  /** 备注 as printed. */
  readonly remark: string | null
  /** Where a devolved item is handled now. */
  readonly handledBy: string | null
  readonly sealException: SealException | null
  /** The province makes or seals the result. */
  readonly provincialResult: boolean
}

export type RequiredMaterial = {
  /** 1, 2, 3 … as numbered in the guide: people and notices name it by this number. */
  readonly number: number
  readonly name: string
  readonly basis: string
  readonly original: boolean
  readonly copies: number
  readonly format: 'paper' | 'electronic' | 'either'
  /** What the material must show, and how to cure a defect. */
  readonly standard: string
}

export type StepName = 'review' | 'decision' | 'certificate' | 'seal'

/** A published version of an item's guide (办事指南). Immutable: an application keeps the one it was received under. */
export type ServiceGuide = {
  readonly itemId: ServiceItemId
  readonly version: number
  readonly effectiveOn: LocalDate
  /** `baseline`: drafted from the licensing law alone, shown as 基准指南，待部门确认. */
  readonly confirmation: 'baseline' | 'confirmed'
  readonly legalBasis: readonly string[]
  readonly conditions: readonly string[]
  readonly materials: readonly RequiredMaterial[]
  /** 承诺件 (two people decide) or 即办件. */
  readonly kind: 'committed' | 'on-the-spot'
  /** Working days, Art 42; joint handling 45. */
  readonly statutoryDays: number
  /** Working days, never more than statutoryDays. */
  readonly committedDays: number
  /** Working days a step may take, local policy. */
  readonly stepLimits: Readonly<Record<StepName, number>>
  /** 元; null where no law allows a fee (Art 58). */
  readonly fee: { readonly amount: number; readonly basis: string } | null
  /** Calendar days the item's own law gives the applicant to correct; null: no limit. */
  readonly correctionLimitDays: number | null
  /** Years a certificate is valid; null: no fixed term. */
  readonly validityYears: number | null
  readonly renewable: boolean
  readonly certificateName: string
  readonly notes: readonly string[]
}
