import type { IdentityType } from '../../../domain/application/applicant.ts'
import type { Situation as SituationAnswers } from '../../../domain/catalogue/situation.ts'
import type { MaterialState } from '../../../domain/application/application.ts'
import type { FourChecks } from '../../../domain/application/commands.ts'
import type { CardReading } from './card-reading.ts'

/** What the clerk found of one application, not yet told to anybody. */
export type Assessment = {
  /** By guide number; a material not named is as the application has it. */
  readonly materials: Readonly<Record<number, MaterialState>>
  /** What is wrong with a material, in the clerk's words: it goes into the correction notice. */
  readonly remarks: Readonly<Record<number, string>>
  /** Null: as the application has them. */
  readonly checks: FourChecks | null
}

/** A receipt being typed. The ids are made with the empty form: the same form sent twice is one application. */
export type IntakeDraft = Assessment & {
  readonly applicationId: string
  readonly commandId: string
  readonly itemId: string | null
  readonly insist: boolean
  readonly kind: 'person' | 'company'
  readonly name: string
  readonly identityType: IdentityType
  readonly identityNumber: string
  readonly phone: string
  readonly address: string
  readonly contactName: string
  readonly channel: 'window' | 'post'
  /** Number of the application whose certificate is to be renewed; empty: a new licence. */
  readonly renews: string
  /** Answers of the situation guidance (情形引导). */
  readonly situation: SituationAnswers
  /** What an identity reader said; null or absent: nothing was read. */
  readonly reading?: CardReading | null
}

export const NO_CHECKS: FourChecks = {
  complete: false,
  elementsFilled: false,
  legalForm: false,
  withinJurisdiction: false,
}

export function emptyAssessment(): Assessment {
  return { materials: {}, remarks: {}, checks: null }
}

export function emptyIntake(newId: () => string): IntakeDraft {
  return {
    ...emptyAssessment(),
    applicationId: newId(),
    commandId: newId(),
    itemId: null,
    insist: false,
    kind: 'person',
    name: '',
    identityType: 'id-card',
    identityNumber: '',
    phone: '',
    address: '',
    contactName: '',
    channel: 'window',
    renews: '',
    situation: {},
    reading: null,
  }
}

/** A company is known by its credit code, a person by a card or a permit: the type follows the kind. */
export function withKind(draft: IntakeDraft, kind: IntakeDraft['kind']): IntakeDraft {
  if (kind === draft.kind) return draft
  return {
    ...draft,
    kind,
    identityType: kind === 'company' ? 'credit-code' : 'id-card',
    identityNumber: '',
    reading: null,
  }
}

/** Another item has other materials: what was found of the old ones says nothing about the new. */
export function withItem(draft: IntakeDraft, itemId: string): IntakeDraft {
  if (itemId === draft.itemId) return draft
  return { ...draft, ...emptyAssessment(), itemId, insist: false, renews: '', situation: {} }
}

export function isIntakeDraft(value: unknown): value is IntakeDraft {
  return (
    isAssessment(value) &&
    'situation' in value &&
    hasTexts(value, ['applicationId', 'commandId', 'name', 'renews'])
  )
}

export function isAssessment(value: unknown): value is Assessment {
  return (
    typeof value === 'object' &&
    value !== null &&
    'materials' in value &&
    'remarks' in value &&
    'checks' in value &&
    (value.checks === null || areChecks(value.checks))
  )
}

function areChecks(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(NO_CHECKS).every((name) => name in value)
  )
}

function hasTexts(value: object, names: readonly string[]): boolean {
  return names.every((name) => typeof Reflect.get(value, name) === 'string')
}
