import { expect, test } from 'vitest'
import { createAttemptLimit } from './attempt-limit.ts'
import { hashPassword, verifyPassword, weaknessOf } from './password.ts'

test('a password is kept as argon2id with 19 MiB, and only it opens', async () => {
  const hash = await hashPassword('Shifan-2026')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
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

test('attempts beyond the burst wait, and one comes free as time goes by', () => {
  let now = 0
  const limit = createAttemptLimit({ burst: 2, perSecond: 0.5 }, () => now)
  expect([limit.take('a'), limit.take('a'), limit.take('b')]).toEqual([0, 0, 0])
  expect(limit.take('a')).toBe(2)
  now = 1000
  expect(limit.take('a')).toBe(1)
  now = 2000
  expect(limit.take('a')).toBe(0)
})
