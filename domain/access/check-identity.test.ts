import { expect, test } from 'vitest'
import type { LocalDate } from '../shared/ids.ts'
import { checkEmail, maskEmail } from './check-email.ts'
import { checkIdentity } from './check-identity.ts'

const TODAY = '2026-03-02' as LocalDate

test.each([
  ['id-card', '513201198805120015', '513201198805120015'],
  ['credit-code', '91513200ma0examp1t', '91513200MA0EXAMP1T'],
  ['passport', 'e1234 5678', 'E12345678'],
  ['hk-macao-permit', 'h12345678', 'H12345678'],
  ['taiwan-permit', '12345678', '12345678'],
] as const)('a %s is taken in its normal form', (type, typed, number) => {
  expect(checkIdentity(type, typed, TODAY)).toEqual({ ok: true, value: number })
})

test.each([
  ['id-card', '513201198805120016', /校验位不符/],
  ['id-card', '51320119880512001', /18 位/],
  ['credit-code', '91513200MA0EXAMP1A', /校验位不符/],
  ['passport', 'E<script>', /字母和数字/],
] as const)('a wrong %s is named with its remedy', (type, typed, sentence) => {
  const checked = checkIdentity(type, typed, TODAY)
  expect(checked.ok ? '' : checked.sentence).toMatch(sentence)
})

test('an e-mail address is kept in lower case and shown masked', () => {
  const checked = checkEmail(' ZhuoMa@Example.COM ')
  expect(checked).toEqual({ ok: true, value: 'zhuoma@example.com' })
  expect(maskEmail('zhuoma@example.com')).toBe('z***@example.com')
})

test.each(['a', 'a@b', 'a b@c.cn', 'a@-.cn', 'a@b.c\r\nBcc: x@y.cn'])('no address: %j', (typed) => {
  expect(checkEmail(typed)).toMatchObject({ ok: false })
})
