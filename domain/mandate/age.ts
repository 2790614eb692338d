import type { LocalDate } from '../shared/ids.ts'
import { addYears, isRealDate } from '../shared/local-date.ts'

/** Years: full capacity, Civil Code art. 17–18. */
const OF_AGE = 18
/** Years: below them a guardian consents to the handling of personal data (个人信息保护法 art. 31). */
const OWN_CONSENT = 14

/** Born on, as an identity card's number says; null for every other document. */
export function bornOnOf(identity: string): LocalDate | null {
  const [, year, month, day] = /^id-card:\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(identity) ?? []
  const date = `${year ?? ''}-${month ?? ''}-${day ?? ''}`
  return isRealDate(date) ? (date as LocalDate) : null
}

/** The eighteenth birthday; null where the document does not tell. */
export function comesOfAgeOn(identity: string): LocalDate | null {
  const bornOn = bornOnOf(identity)
  return bornOn === null ? null : addYears(bornOn, OF_AGE)
}

/** Known to be a minor on that day. */
export function isMinor(identity: string, on: LocalDate): boolean {
  const adultOn = comesOfAgeOn(identity)
  return adultOn !== null && on < adultOn
}

/** Known to be under fourteen on that day: does not apply alone. */
export function isUnderFourteen(identity: string, on: LocalDate): boolean {
  const bornOn = bornOnOf(identity)
  return bornOn !== null && on < addYears(bornOn, OWN_CONSENT)
}
