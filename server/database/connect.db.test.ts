import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { connect } from './connect.ts'
import { withRetry } from './with-retry.ts'

const { database, connectionString } = await freshDatabase({ maxConnections: 2 })
const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-capture-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the application works in a role of its own', async () => {
  expect(await database.query('select current_user as role')).toEqual([{ role: 'yichuang_app' }])
})

test('days stay days, instants are UTC, counts are numbers', async () => {
  const [row] = await database.query(
    "select date '2026-02-28' as day, timestamptz '2026-02-28 00:00+08' as at, count(*) as n from pg_class where false",
  )
  expect(row).toEqual({ day: '2026-02-28', at: '2026-02-27T16:00:00.000Z', n: 0 })
})

test('a count too large for a number is refused rather than rounded', async () => {
  await expect(database.query('select 9007199254740993::bigint as n')).rejects.toThrow(
    'out of range',
  )
})

test('the region is the first parameter of every regional statement', async () => {
  const region = database.forRegion(513_200)
  expect(await region.query('select $1::int as region, $2::text as value', ['x'])).toEqual([
    { region: 513_200, value: 'x' },
  ])
})

test('a statement is prepared once on a connection, and a refusal keeps the connection', async () => {
  const single = connect({ connectionString, maxConnections: 1 })
  const pid = 'select pg_backend_pid() as pid'
  const before = await single.query(pid)
  await expect(single.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' })
  expect(await single.query(pid)).toEqual(before)
  const prepared = await single.query(
    'select count(*) as n from pg_prepared_statements where statement = $1',
    [pid],
  )
  expect(prepared).toEqual([{ n: 1 }])
  await single.close()
})

test('a session ended by the server is replaced for the command that met it', async () => {
  const { pid } = (await database.query<{ pid: number }>('select pg_backend_pid() as pid'))[0] ?? {}
  const waiting = withRetry(() => database.query('select 1 as n, pg_sleep(0.3) is null as slept'))
  const admin = connect({ connectionString, maxConnections: 1, asRole: undefined })
  await vi.waitFor(async () => {
    const [killed] = await admin.query<{ killed: boolean | null }>(
      "select bool_or(pg_terminate_backend(pid)) as killed from pg_stat_activity where pid = $1 and state = 'active'",
      [pid],
    )
    expect(killed?.killed).toBe(true)
  })
  expect(await waiting).toEqual([{ n: 1, slept: false }])
  await admin.close()
})

test('captured SQL has each text once', async () => {
  const file = path.join(folder, 'captured.jsonl')
  vi.stubEnv('YICHUANG_CAPTURE_SQL', file)
  const capturing = connect({ connectionString, maxConnections: 1 })
  vi.unstubAllEnvs()
  await capturing.query('select 1 as n')
  await capturing.query('select 1 as n')
  await capturing.query('select $1::text as t', ['private'])
  await capturing.close()
  expect(readFileSync(file, 'utf8')).toBe('"select 1 as n"\n"select $1::text as t"\n')
})
