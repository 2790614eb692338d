import { expect, test } from 'vitest'
import { hashPassword, verifyPassword, weaknessOf } from './password.ts'

test('a password is kept as argon2id with 7 MiB in five passes, and only it opens', async () => {
  const hash = await hashPassword('Shifan-2026')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=7168,t=5,p=1\$/)
  expect(await verifyPassword(hash, 'Shifan-2026')).toBe(true)
  expect(await verifyPassword(hash, 'shifan-2026')).toBe(false)
})

test('no password opens the account that nobody has', async () => {
  expect(await verifyPassword(undefined, 'nobody has this password')).toBe(false)
})

test.each([
  ['Kuai-2026', '至少 10 位'],
  ['alllowercase', '至少三种'],
  ['UPPER-lower', undefined],
  ['密码密码密码Aa1密码', undefined],
  ['Zhang-2026-x', '不能包含用户名'],
])('%s: %s', (password, weakness) => {
  const answer = weaknessOf(password, 'zhang')
  if (weakness === undefined) expect(answer).toBeUndefined()
  else expect(answer).toContain(weakness)
})
