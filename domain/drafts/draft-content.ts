import type { IdentityType } from '../application/applicant.ts'
import type { Situation } from '../catalogue/situation.ts'
import type { FormAnswers } from '../form/form-definition.ts'

/** The applicant as typed so far: empty is not said yet. */
export type DraftApplicant = {
  readonly kind: 'person' | 'company' | null
  readonly name: string
  readonly identityType: IdentityType | null
  readonly identityNumber: string
  readonly phone: string
  readonly address: string
  readonly contactName: string
}

export type MaterialChoice = {
  readonly way: 'upload' | 'commitment' | 'follow' | 'window'
  /** Made by the applicant, who promises that it is true. */
  readonly selfMade: boolean
}

/** What somebody filled in so far, right or wrong. */
export type DraftContent = {
  readonly situation: Situation
  readonly answers: FormAnswers
  readonly applicant: DraftApplicant
  readonly mandateId: string | null
  /** By guide number. */
  readonly materials: Readonly<Record<string, MaterialChoice>>
  /** The page it was left on. */
  readonly step: string
}

export const EMPTY_DRAFT: DraftContent = {
  situation: {},
  answers: {},
  applicant: {
    kind: null,
    name: '',
    identityType: null,
    identityNumber: '',
    phone: '',
    address: '',
    contactName: '',
  },
  mandateId: null,
  materials: {},
  step: '',
}
