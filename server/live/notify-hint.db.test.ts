import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { connect } from '../database/connect.ts'
import { createNotifyHint } from './notify-hint.ts'

const REGION = 513_200
const { database: here, connectionString } = await freshDatabase()
const there = connect({ connectionString, maxConnections: 3 })
// The application's role is not shown what others run.
const owner = connect({ connectionString, maxConnections: 1, asRole: undefined })
const heardHere: number[] = []
const heardThere: number[] = []
const hintHere = createNotifyHint(here, (region) => heardHere.push(region))
const endedThere: string[] = []
const hintThere = createNotifyHint(
  there,
  (region) => heardThere.push(region),
  (accountId) => endedThere.push(accountId),
)

afterAll(async () => {
  await hintHere.close()
  await hintThere.close()
  await there.close()
  await owner.close()
})

const LISTENERS = `
  select pid from pg_stat_activity where datname = current_database() and query like 'listen %' and pid <> pg_backend_pid()`

async function listeners(atLeast: number, butNot: readonly number[] = []): Promise<number[]> {
  for (;;) {
    const rows = await owner.query<{ pid: number }>(LISTENERS)
    const pids = rows.map(({ pid }) => pid).filter((pid) => !butNot.includes(pid))
    if (pids.length >= atLeast) return pids
    await wait(20)
  }
}

test('a commit at one server wakes the other, and not itself', async () => {
  await listeners(2)
  hintHere.send(REGION)
  while (heardThere.length === 0) await wait(5)
  expect(heardThere).toEqual([REGION])
  expect(heardHere).toEqual([])
})

test('a session that ended at one server is told to the other, by its account', async () => {
  hintHere.sendEnd(REGION, '0190a1b2-0000-7000-8000-000000000001')
  while (endedThere.length === 0) await wait(5)
  expect(endedThere).toEqual(['0190a1b2-0000-7000-8000-000000000001'])
  expect(heardThere).toEqual([REGION])
})

test('a hundred commits at once share few hints', async () => {
  heardThere.length = 0
  for (let count = 0; count < 100; count += 1) hintHere.send(REGION)
  while (heardThere.length === 0) await wait(5)
  hintHere.send(513_300)
  while (!heardThere.includes(513_300)) await wait(5)
  expect(heardThere.length).toBeLessThanOrEqual(3)
})

test('a server whose connection was cut listens again', async () => {
  const before = await listeners(2)
  await owner.query('select pg_terminate_backend(pid) from unnest($1::int[]) as cut(pid)', [before])
  await listeners(2, before)
  heardThere.length = 0
  hintHere.send(REGION)
  while (heardThere.length === 0) await wait(5)
  expect(heardThere).toEqual([REGION])
})

test('closed, it leaves no connection checked out', async () => {
  const third = connect({ connectionString, maxConnections: 1 })
  const hint = createNotifyHint(third, () => undefined)
  await listeners(3)
  await hint.close()
  await third.close()
  expect(third.pool.totalCount).toBe(0)
})
