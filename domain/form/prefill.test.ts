import { expect, test } from 'vitest'
import type { LocalDate } from '../shared/ids.ts'
import { prefillFrom } from './prefill.ts'
import { elementOf, formOf } from './testing/sample-form.ts'

const TODAY = '2026-03-02' as LocalDate
const NAME = { type: 'string', title: '姓名' } as const
const ID_CARD = { type: 'string', title: '身份证号', format: 'id-card' } as const
const CREDIT_CODE = { type: 'string', title: '信用代码', format: 'credit-code' } as const
const PHONE = { type: 'string', title: '电话', format: 'phone' } as const
const ELEMENTS = [
  elementOf('person.name', NAME, 'name'),
  elementOf('person.number', ID_CARD, 'identity-number'),
  elementOf('company.code', CREDIT_CODE, 'identity-number'),
  elementOf('person.phone', PHONE, 'phone'),
  elementOf('premises.address', { type: 'string', title: '地址' }),
]
const FORM = formOf(
  Object.fromEntries(ELEMENTS.slice(0, 4).map(({ id, schema }) => [id, schema] as const)),
)
const PERSON = {
  name: '张某某',
  identityNumber: '513201199003070014',
  phone: null,
  address: '阿坝州示例路1号',
}

test('what is known of an applicant stands in the form, where it fits and is asked', () => {
  expect(prefillFrom(FORM, ELEMENTS, PERSON, TODAY)).toEqual({
    'person.name': '张某某',
    'person.number': '513201199003070014',
  })
})

test('an enterprise’s code stands where a code is asked, not where a person’s number is', () => {
  const company = { ...PERSON, identityNumber: '91350100M000100Y43' }
  expect(prefillFrom(FORM, ELEMENTS, company, TODAY)).toEqual({
    'person.name': '张某某',
    'company.code': '91350100M000100Y43',
  })
})
