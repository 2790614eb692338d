import { expect, test } from 'vitest'
import { verificationCodeOf } from './verification-code.ts'

test.each([
  ['https://example.gov.cn/verify/K7Q2-9XTD', 'K7Q2-9XTD'],
  ['http://127.0.0.1:8080/verify/abc123?from=paper', 'abc123'],
  ['  K7Q2-9XTD ', 'K7Q2-9XTD'],
  ['https://example.com/other', undefined],
  ['', undefined],
  ['随便写的', undefined],
])('a QR code saying %j asks for %j', (told, code) => {
  expect(verificationCodeOf(told)).toBe(code)
})
