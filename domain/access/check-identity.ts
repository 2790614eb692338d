import type { IdentityType } from '../application/applicant.ts'
import type { Checked } from '../identifiers/checked.ts'
import { checkCreditCode } from '../identifiers/credit-code.ts'
import { checkIdCard } from '../identifiers/id-card.ts'
import type { LocalDate } from '../shared/ids.ts'

/** The number of any accepted document in its normal form. Passports and permits exist: never force eighteen digits. */
export function checkIdentity(
  type: IdentityType,
  text: string,
  today: LocalDate,
): Checked<string, string> {
  switch (type) {
    case 'id-card': {
      const checked = checkIdCard(text, today)
      return checked.ok ? { ok: true, value: checked.value.number } : checked
    }
    case 'credit-code':
      return checkCreditCode(text)
    case 'passport':
    case 'hk-macao-permit':
    case 'taiwan-permit': {
      const number = text.replaceAll(/\s/g, '').toUpperCase()
      return /^[A-Z0-9]{5,20}$/.test(number)
        ? { ok: true, value: number }
        : {
            ok: false,
            why: 'format',
            sentence: '证件号码由 5 至 20 位字母和数字组成，请对照证件填写',
          }
    }
  }
}
