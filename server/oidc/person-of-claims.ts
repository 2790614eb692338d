import { checkIdentity } from '../../domain/access/check-identity.ts'
import type { Assurance } from '../../domain/access/assurance.ts'
import { identityOf } from '../../domain/application/applicant.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { ClaimNames } from './oidc-setting.ts'

export type ClaimedPerson = {
  readonly name: string
  readonly identity: string
  readonly assurance: Assurance
  /** `acr 3` */
  readonly evidence: string
}

/** Why the provider's word is not enough. */
export type ClaimFault = 'identity-not-supplied' | 'level-too-low'

/** Whom the provider vouches for, by the names of its claims. A level that nobody mapped vouches for nobody. */
export function personOfClaims(
  said: Readonly<Record<string, unknown>>,
  names: ClaimNames,
  today: LocalDate,
): ClaimedPerson | ClaimFault {
  const text = (claim: string) => {
    const value = said[claim]
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  }
  const name = text(names.name)
  const kind = text(names.identityType)
  const identityType = kind === '' ? 'id-card' : ownValue(names.identityTypes, kind)
  const acr = text('acr')
  const assurance = ownValue(names.levels, acr)
  if (assurance === undefined) return 'level-too-low'
  if (name === '' || name.length > 50 || identityType === undefined) return 'identity-not-supplied'
  const checked = checkIdentity(identityType, text(names.identityNumber), today)
  if (!checked.ok) return 'identity-not-supplied'
  const identity = identityOf({ identityType, identityNumber: checked.value })
  return { name, identity, assurance, evidence: `acr ${acr.slice(0, 80)}` }
}

function ownValue<Value>(of: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined
}
