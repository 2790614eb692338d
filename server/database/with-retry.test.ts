import { expect, test } from 'vitest'
import { DatabaseUnavailable } from './database-errors.ts'
import { withRetry } from './with-retry.ts'

function failing(times: number, error: unknown) {
  let calls = 0
  return {
    calls: () => calls,
    work: () => {
      calls += 1
      return calls <= times ? Promise.reject(error as Error) : Promise.resolve('done')
    },
  }
}

const withCode = (code: string) => Object.assign(new Error(code), { code })

test.each([
  '40001',
  '40P01',
  '08006',
  '57P01',
  '57P03',
  '25006',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
])('a command that met %s is sent again', async (code) => {
  const { work, calls } = failing(2, withCode(code))
  expect(await withRetry(work)).toBe('done')
  expect(calls()).toBe(3)
})

test('a connection that broke without a code is a lost connection', async () => {
  const { work } = failing(1, new Error('Connection terminated unexpectedly'))
  expect(await withRetry(work)).toBe('done')
})

test.each(['23505', '42501', '57014'])('%s is answered at once', async (code) => {
  const { work, calls } = failing(1, withCode(code))
  await expect(withRetry(work)).rejects.toThrow(code)
  expect(calls()).toBe(1)
})

test('a database that stays away is reported as unavailable', async () => {
  const { work, calls } = failing(Infinity, withCode('ECONNREFUSED'))
  const outcome = withRetry(work, { patienceMs: 120 })
  await expect(outcome).rejects.toBeInstanceOf(DatabaseUnavailable)
  await expect(outcome).rejects.toMatchObject({ code: 'database-unavailable' })
  expect(calls()).toBeGreaterThan(1)
})
