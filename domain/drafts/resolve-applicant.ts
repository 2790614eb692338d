import { identityOf, type Applicant, type IdentityType } from '../application/applicant.ts'
import { checkCreditCode } from '../identifiers/credit-code.ts'
import { checkIdCard } from '../identifiers/id-card.ts'
import type { Mandate } from '../mandate/mandate.ts'
import type { LocalDate } from '../shared/ids.ts'
import type { DraftApplicant } from './draft-content.ts'

export type ApplicantFault = {
  readonly field: keyof DraftApplicant
  readonly message: string
}

/**
 * Who applies. A name and a number are never taken from what was typed where an account or a mandate says them: the person
 * signed in, or whom the mandate names.
 */
export function resolveApplicant(
  typed: DraftApplicant,
  actor: { readonly name: string; readonly identity?: string } | null,
  mandate: Pick<Mandate, 'principal'> | null,
): Applicant {
  const party = mandate?.principal ?? (actor?.identity === undefined ? null : asParty(actor))
  const said = {
    phone: typed.phone === '' ? null : typed.phone,
    address: typed.address === '' ? null : typed.address,
    contactName: typed.contactName === '' ? null : typed.contactName,
  }
  if (party !== null) {
    const { identityType, identityNumber } = identityParts(party.identity)
    return { kind: kindOf(identityType), name: party.name, identityType, identityNumber, ...said }
  }
  const identityType = typed.identityType ?? 'id-card'
  const identityNumber = typed.identityNumber.replaceAll(/\s/g, '').toUpperCase()
  return {
    kind: typed.kind ?? kindOf(identityType),
    name: typed.name.trim(),
    identityType,
    identityNumber,
    ...said,
  }
}

/** Somebody else was typed in without a mandate of theirs: an agent for someone else. */
export function namesSomebodyElse(
  typed: DraftApplicant,
  actor: { readonly identity?: string },
): boolean {
  if (typed.identityNumber === '' || typed.identityType === null) return false
  const identityNumber = typed.identityNumber.replaceAll(/\s/g, '').toUpperCase()
  return identityOf({ identityType: typed.identityType, identityNumber }) !== actor.identity
}

/** What is still wrong with the applicant, field by field. */
export function checkApplicant(applicant: Applicant, today: LocalDate): ApplicantFault[] {
  const faults: ApplicantFault[] = []
  if (applicant.name === '') faults.push({ field: 'name', message: '请填写申请人姓名或者名称。' })
  const number = numberFault(applicant, today)
  if (number !== null) faults.push({ field: 'identityNumber', message: number })
  if (applicant.phone === null)
    faults.push({ field: 'phone', message: '请填写联系电话，办理进度会通知到这个号码。' })
  return faults
}

function numberFault({ identityType, identityNumber }: Applicant, today: LocalDate): string | null {
  if (identityNumber === '') return '请填写证件号码。'
  const checked =
    identityType === 'id-card'
      ? checkIdCard(identityNumber, today)
      : identityType === 'credit-code'
        ? checkCreditCode(identityNumber)
        : null
  return checked === null || checked.ok ? null : `${checked.sentence}。`
}

function asParty(actor: { readonly name: string; readonly identity?: string }) {
  return { name: actor.name, identity: actor.identity ?? '' }
}

function identityParts(identity: string): {
  readonly identityType: IdentityType
  readonly identityNumber: string
} {
  const at = identity.indexOf(':')
  return {
    identityType: identity.slice(0, at) as IdentityType,
    identityNumber: identity.slice(at + 1),
  }
}

function kindOf(identityType: IdentityType): 'person' | 'company' {
  return identityType === 'credit-code' ? 'company' : 'person'
}
