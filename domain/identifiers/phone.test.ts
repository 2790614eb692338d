import { expect, test } from 'vitest'
import { checkPhone, isMobile } from './phone.ts'

test.each([
  '13800001234',
  '138 0000 1234',
  '0837-2821234',
  '08372821234',
  '028-86600000',
  '0837-2821234-801',
])('%s is a telephone number', (text) => {
  expect(checkPhone(text)).toEqual({ ok: true, value: text.replaceAll(' ', '') })
})

test.each(['12800001234', '1380000123', '2821234', '电话', ''])('“%s” is none', (text) => {
  expect(checkPhone(text)).toMatchObject({ ok: false, why: 'format' })
})

test('only a mobile number receives text messages', () => {
  expect([isMobile('13800001234'), isMobile('0837-2821234')]).toEqual([true, false])
})
