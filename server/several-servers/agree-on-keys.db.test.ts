import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { agreeOnKeys } from './agree-on-keys.ts'

const REGION = 513_200
const { database } = await freshDatabase()
const OURS = { seals: 'root of the seals', trail: 'key of the trail' }
const FIRST = { register: true, now: new Date('2026-11-23T00:00:00Z') }
const ALONE = { ...FIRST, register: false }

test('a server alone registers nothing and is bound to nothing', async () => {
  await agreeOnKeys(database, REGION, OURS, ALONE)
  await agreeOnKeys(database, REGION, { ...OURS, trail: 'another' }, ALONE)
  expect(
    await database.query('select kind from server_key where region_code = $1', [REGION]),
  ).toEqual([])
})

test('of two that start at once with different keys one is refused', async () => {
  const starts = await Promise.allSettled(
    [OURS, { ...OURS, seals: 'another root' }].map((keys) => agreeOnKeys(database, 1, keys, FIRST)),
  )
  expect(starts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('from then on every server must hold the same, one alone too', async () => {
  await agreeOnKeys(database, REGION, OURS, FIRST)
  await agreeOnKeys(database, REGION, OURS, FIRST)
  await agreeOnKeys(database, REGION, { ...OURS, trail: 'key of\nthe trail\n' }, ALONE)
  await expect(
    agreeOnKeys(database, REGION, { ...OURS, trail: 'another key' }, ALONE),
  ).rejects.toThrow(/留痕签名密钥.*server-keys-differ.*trail\//)
})

test('the application itself cannot change what was registered', async () => {
  await expect(database.query('delete from server_key where region_code = 1')).rejects.toThrow(
    'permission denied',
  )
})
