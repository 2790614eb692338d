/** What a person proves with. */
export const PERSON_IDENTITY_TYPES = [
  'id-card',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
] as const

export type PersonIdentityType = (typeof PERSON_IDENTITY_TYPES)[number]

export const IDENTITY_TYPES = [...PERSON_IDENTITY_TYPES, 'credit-code'] as const

export type IdentityType = (typeof IDENTITY_TYPES)[number]

/** A person or an enterprise. Passports and permits exist: never force eighteen digits. */
export type Applicant = {
  readonly kind: 'person' | 'company'
  readonly name: string
  readonly identityType: IdentityType
  readonly identityNumber: string
  readonly phone: string | null
  readonly address: string | null
  /** Who came to the counter for an enterprise (经办人). */
  readonly contactName: string | null
}

/**
 * How the identity came in: typed by the clerk, taken from a reader that does not sign (it counts as typed), or taken
 * from a reader whose signature the server checked.
 */
export const IDENTITY_ENTRIES = ['manual', 'reader', 'reader-signed'] as const

export type IdentityEntry = (typeof IDENTITY_ENTRIES)[number]

/** `id-card:513201…`: how an applicant's account is compared with an application's applicant. */
export function identityOf(applicant: Pick<Applicant, 'identityType' | 'identityNumber'>): string {
  return `${applicant.identityType}:${applicant.identityNumber}`
}
