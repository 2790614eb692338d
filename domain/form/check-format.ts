import { checkCreditCode } from '../identifiers/credit-code.ts'
import { checkIdCard } from '../identifiers/id-card.ts'
import { checkPhone } from '../identifiers/phone.ts'
import { PREFECTURE_CODE, REGION_NAME } from '../identifiers/region.ts'
import type { LocalDate } from '../shared/ids.ts'
import { isRealDate } from '../shared/local-date.ts'
import type { FieldFormat } from './form-definition.ts'

/** What a form may choose from where its format is `county`: the GB/T 2260 code is stored, the name shown. */
export const COUNTY_CHOICES: readonly { readonly value: string; readonly label: string }[] =
  Object.entries(REGION_NAME)
    .filter(([code]) => Number(code) !== PREFECTURE_CODE)
    .map(([value, label]) => ({ value, label }))

/** What is wrong with a text that is to be of a format, in Chinese; null: nothing. */
export function formatFault(format: FieldFormat, text: string, today: LocalDate): string | null {
  const checked = CHECKS[format](text, today)
  return checked === true ? null : checked
}

const CHECKS: Readonly<Record<FieldFormat, (text: string, today: LocalDate) => true | string>> = {
  date: (text) => isRealDate(text) || '没有这一天，请写成 2026-03-09 的样子',
  'id-card': (text, today) => {
    const checked = checkIdCard(text, today)
    return checked.ok || checked.sentence
  },
  'credit-code': (text) => {
    const checked = checkCreditCode(text)
    return checked.ok || checked.sentence
  },
  phone: (text) => {
    const checked = checkPhone(text)
    return checked.ok || checked.sentence
  },
  postcode: (text) => /^\d{6}$/.test(text) || '邮政编码应为 6 位数字，如 624000',
  county: (text) =>
    COUNTY_CHOICES.some(({ value }) => value === text) || '请从本州 13 个县（市）中选择',
  money: (text) =>
    /^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/.test(text) ||
    '金额应为不小于 0 的数，最多两位小数，单位元',
}
