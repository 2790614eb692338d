import { checkCreditCode } from '../../../domain/identifiers/credit-code.ts'
import { checkIdCard } from '../../../domain/identifiers/id-card.ts'
import { checkPhone } from '../../../domain/identifiers/phone.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import type { IntakeDraft } from './intake-draft.ts'

export type ApplicantField = 'itemId' | 'name' | 'identityNumber' | 'phone'
export type ApplicantFaults = Partial<Record<ApplicantField, string>>

/** What is wrong with what was typed so far; an empty field is no fault while someone still types. */
export function applicantFaults(draft: IntakeDraft, today: string): ApplicantFaults {
  const identity = identityFault(draft, today)
  const phone = draft.phone.trim() === '' ? null : checkPhone(draft.phone)
  return {
    ...(identity === null ? {} : { identityNumber: identity }),
    ...(phone === null || phone.ok ? {} : { phone: phone.sentence }),
  }
}

/** The same, and what is still missing for a receipt. */
export function faultsOfReceipt(draft: IntakeDraft, today: string): ApplicantFaults {
  return {
    ...(draft.itemId === null ? { itemId: '请先选择事项' } : {}),
    ...(draft.name.trim() === '' ? { name: '请填写申请人名称' } : {}),
    ...(draft.identityNumber.trim() === '' ? { identityNumber: '请填写证件号码' } : {}),
    ...applicantFaults(draft, today),
  }
}

/** A number that is not yet long enough is told only once it could be whole: see `isBeingTyped`. */
function identityFault(draft: IntakeDraft, today: string): string | null {
  const typed = draft.identityNumber.trim()
  if (typed === '') return null
  if (draft.identityType === 'id-card') {
    const checked = checkIdCard(typed, today as LocalDate)
    return checked.ok ? null : checked.sentence
  }
  if (draft.identityType === 'credit-code') {
    const checked = checkCreditCode(typed)
    return checked.ok ? null : checked.sentence
  }
  return null
}

/** True while the eighteen characters are not all there: no scolding in mid-number. */
export function isBeingTyped(draft: Pick<IntakeDraft, 'identityType' | 'identityNumber'>): boolean {
  const eighteen = draft.identityType === 'id-card' || draft.identityType === 'credit-code'
  return eighteen && draft.identityNumber.trim().length < 18
}
