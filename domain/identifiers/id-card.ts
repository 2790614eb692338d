import type { LocalDate } from '../shared/ids.ts'
import { isRealDate } from '../shared/local-date.ts'
import type { Checked } from './checked.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

export type IdCardFault = 'length' | 'characters' | 'date' | 'future-date' | 'check-digit'

export type IdCard = {
  /** Eighteen characters, X in upper case. */
  readonly number: string
  /** The region of first registration: abolished codes such as 513229 stay valid. */
  readonly regionCode: string
  readonly bornOn: LocalDate
  readonly sex: 'male' | 'female'
}

/** Citizen identity number, GB 11643. `today` bounds the date of birth. */
export function checkIdCard(text: string, today: LocalDate): Checked<IdCard, IdCardFault> {
  const number = text.trim().toUpperCase()
  if (number.length !== 18)
    return fault('length', `公民身份号码应为 18 位，现为 ${number.length} 位，请核对`)
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) {
    return fault('characters', '公民身份号码应由数字组成，仅末位可为 X，请核对')
  }
  const bornOn =
    `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` as LocalDate
  if (!isRealDate(bornOn)) {
    return fault('date', '公民身份号码第 7 至 14 位不是有效的出生日期，请核对')
  }
  if (bornOn > today) return fault('future-date', '公民身份号码中的出生日期晚于今天，请核对')
  if (idCardCheckCharacter(number) !== number[17]) {
    return fault('check-digit', '公民身份号码校验位不符，请对照证件逐位核对')
  }
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female'
  return { ok: true, value: { number, regionCode: number.slice(0, 6), bornOn, sex } }
}

/** GB 11643: the last character of a number whose first seventeen digits these are. */
export function idCardCheckCharacter(digits: string): string {
  return CHECK_CHARACTERS[weightedSum(digits) % 11] ?? ''
}

function weightedSum(number: string): number {
  return WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0)
}

function fault(why: IdCardFault, sentence: string): Checked<never, IdCardFault> {
  return { ok: false, why, sentence }
}
