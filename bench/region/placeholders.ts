import type { Applicant } from '../../domain/application/applicant.ts'
import { creditCodeCheckCharacter } from '../../domain/identifiers/credit-code.ts'
import { maskIdentity, maskName } from '../../domain/identifiers/mask.ts'
import { QUERY_CODE_TOKEN } from '../../domain/notice/tokens.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { idCardOf } from './invented-people.ts'

// A life is played once for many applicants: what differs between them stands in its texts as something that occurs
// nowhere else, and is exchanged for each copy.

export const APPLICANT_NAME = '⟦名⟧'
const ID_CARD = idCardOf('51320119010101999')
const CREDIT_CODE = '91513200MA0YYYYYY'
const COMPANY_CODE = `${CREDIT_CODE}${creditCodeCheckCharacter(CREDIT_CODE)}`
const PHONE = '13999999999'
const ADDRESS = '⟦址⟧'
const CONTACT = '⟦办⟧'

export function placeholderApplicant(kind: 'person' | 'company'): Applicant {
  const company = kind === 'company'
  return {
    kind,
    name: APPLICANT_NAME,
    identityType: company ? 'credit-code' : 'id-card',
    identityNumber: company ? COMPANY_CODE : ID_CARD,
    phone: PHONE,
    address: ADDRESS,
    contactName: company ? CONTACT : null,
  }
}

/** What of the applicant stands in texts, in the order in which slots are numbered. */
export function applicantPlaceholders(kind: 'person' | 'company'): readonly string[] {
  const { identityType, identityNumber } = placeholderApplicant(kind)
  return [
    APPLICANT_NAME,
    identityNumber,
    PHONE,
    ADDRESS,
    CONTACT,
    maskName(APPLICANT_NAME),
    maskIdentity(identityType, identityNumber),
    QUERY_CODE_TOKEN,
  ]
}

/** A serial that no copy ever has: the day would need a million applications. */
export function placeholderNumber(receivedOn: LocalDate): string {
  return `513200-${receivedOn.replaceAll('-', '')}-999999`
}

/** The n-th moment of a life: at that hour, told apart by its milliseconds. */
export function placeholderInstant(on: LocalDate, utcHour: number, index: number): Instant {
  return `${on}T0${utcHour}:58:07.${String(100 + index)}Z` as Instant
}

export function placeholderAccount(index: number): {
  accountId: string
  name: string
  origin: string
} {
  const digits = String(index).padStart(2, '0')
  return {
    accountId: `ffffffff-ffff-4fff-8fff-ffffffffff${digits}`,
    name: `⟦员${digits}⟧`,
    origin: `⟦址${digits}⟧`,
  }
}
