import type { DraftApplicant } from '../../../../contract/drafts.ts'
import { checkCreditCode } from '../../../../domain/identifiers/credit-code.ts'
import { checkIdCard } from '../../../../domain/identifiers/id-card.ts'
import { checkPhone } from '../../../../domain/identifiers/phone.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import type { SummaryFault } from '../step-parts.tsx'

export type WhoFault = SummaryFault & { readonly element: keyof DraftApplicant }

export type FaultWords = {
  readonly nameFault: string
  readonly numberFault: string
  readonly phoneFault: string
}

/** The id of one field of who applies. */
export const whoFieldId = (field: keyof DraftApplicant) => `who-${field}`

/** The day is left to the server: a birthday in the future is told there. */
const ANY_DAY = '9999-12-31' as LocalDate

/** What is wrong with who applies, in the words of the server's own check. */
export function applicantFaults(
  applicant: DraftApplicant,
  known: { readonly isCitizen: boolean; readonly hasMandate: boolean },
  words: FaultWords,
): readonly WhoFault[] {
  const faults: WhoFault[] = []
  const add = (element: keyof DraftApplicant, message: string) =>
    faults.push({
      element,
      message,
      target: whoFieldId(element),
      isOwn: Object.values(words).includes(message),
    })
  if (!known.isCitizen && !known.hasMandate) {
    if (applicant.name.trim() === '') add('name', words.nameFault)
    const number = numberFault(applicant, words)
    if (number !== null) add('identityNumber', number)
  }
  if (applicant.phone.trim() === '') add('phone', words.phoneFault)
  else {
    const checked = checkPhone(applicant.phone)
    if (!checked.ok) add('phone', checked.sentence)
  }
  return faults
}

function numberFault(
  { identityType, identityNumber }: DraftApplicant,
  words: FaultWords,
): string | null {
  const number = identityNumber.replaceAll(/\s/g, '').toUpperCase()
  if (number === '') return words.numberFault
  if (identityType === 'credit-code') return sentenceOf(checkCreditCode(number))
  return identityType === 'id-card' || identityType === null
    ? sentenceOf(checkIdCard(number, ANY_DAY))
    : null
}

function sentenceOf(checked: { ok: true } | { ok: false; sentence: string }): string | null {
  return checked.ok ? null : checked.sentence
}
