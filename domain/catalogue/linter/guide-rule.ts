import type { FormDefinition } from '../../form/form-definition.ts'
import type { LocalDate } from '../../shared/ids.ts'
import type { RequiredMaterial, ServiceGuide } from '../service-guide.ts'
import type { ServiceItem } from '../service-item.ts'

/** An error blocks publishing; a warning is what a confirmer should have seen. */
export type GuideFinding = {
  /** Permanent, kebab-case. */
  readonly rule: string
  readonly severity: 'error' | 'warning'
  /** `materials.3.basis`, `fee`, `questions.kind`. */
  readonly part: string
  /** Chinese: what is wrong and how to mend it. */
  readonly sentence: string
  /** The law, or the paragraph, that asks for it. */
  readonly source: string
}

export type LintSubject = {
  readonly guide: ServiceGuide
  readonly item: ServiceItem
  /** The form that the guide names; null: there is none. */
  readonly form: FormDefinition | null
  readonly today: LocalDate
}

export type Found = Pick<GuideFinding, 'severity' | 'part' | 'sentence'>

export type GuideRule = {
  readonly id: string
  readonly source: string
  readonly check: (subject: LintSubject) => readonly Found[]
}

export function error(part: string, sentence: string): Found {
  return { severity: 'error', part, sentence }
}

export function warning(part: string, sentence: string): Found {
  return { severity: 'warning', part, sentence }
}

/** 第 3 项“营业执照” */
export function nameOf({ number, name }: RequiredMaterial): string {
  return `第 ${number} 项“${name}”`
}

/** `materials.3.basis`: a material is named by its number. */
export function materialPart({ number }: RequiredMaterial, field: keyof RequiredMaterial): string {
  return `materials.${number}.${field}`
}
