import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import pg from 'pg'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { withRetry } from './with-retry.ts'

const program = path.resolve('.cache', `embedded-postgres-writer-${process.pid}.mjs`)
let folder = ''
const started: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  await build({
    entryPoints: ['server/database/testing/write-until-killed.ts'],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  return () => rmSync(program, { force: true })
})

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-launch-'))
  chmodSync(folder, 0o755)
})

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const postgres of started.splice(0)) await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') })
  started.push(postgres)
  return postgres
}

async function ask<Row extends pg.QueryResultRow>(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another program with its own database: writes numbers one by one and prints each that was acknowledged. */
async function writeUntilKilled(): Promise<{ child: ChildProcess; acknowledged: () => number }> {
  const child = spawn(process.execPath, [program, path.join(folder, 'postgres')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const acknowledged = () => Number(output.split('\n').at(-2) ?? 0)
  await vi.waitFor(() => expect(acknowledged()).toBeGreaterThan(20), { timeout: 30_000 })
  return { child, acknowledged }
}

test('the first start makes a durable, private database; the next start finds its rows', async () => {
  const first = await start()
  await ask(first.connectionString, 'create table kept (n int); insert into kept values (7)')
  expect(await ask(first.connectionString, 'show fsync')).toEqual([{ fsync: 'on' }])
  expect(statSync(path.join(folder, 'postgres', 'password')).mode & 0o777).toBe(0o600)
  expect(statSync(path.join(folder, 'postgres')).mode & 0o077).toBe(0)
  await first.stop()
  const second = await start()
  expect(await ask(second.connectionString, 'select n from kept')).toEqual([{ n: 7 }])
})

test('nobody gets in without the password', async () => {
  const { connectionString } = await start()
  const guess = connectionString.replace(/:[^:@]+@/, ':guess@')
  await expect(ask(guess, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('a second server on the same data is refused and leaves the first alone', async () => {
  const { child, acknowledged } = await writeUntilKilled()
  await expect(startEmbeddedPostgres({ folder: path.join(folder, 'postgres') })).rejects.toThrow(
    `Another server (process ${child.pid}) is using the data`,
  )
  const before = acknowledged()
  await vi.waitFor(() => expect(acknowledged()).toBeGreaterThan(before))
  child.kill('SIGKILL')
  // The database of the killed program lives on; take it over so that nothing is left behind.
  await start()
})

test('after kill -9 of the program every acknowledged row is there, and its orphan is taken over', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { child, acknowledged } = await writeUntilKilled()
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    const postgres = await start()
    const rows = await ask<{ n: number }>(
      postgres.connectionString,
      'select n from written order by n',
    )
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_row, index) => index + 1))
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged())
    await ask(postgres.connectionString, 'truncate written')
    await postgres.stop()
  }
})

test('after kill -9 of program and database together every acknowledged row is there', async () => {
  const { child, acknowledged } = await writeUntilKilled()
  const [line = ''] = spawnSync(
    'head',
    ['-1', path.join(folder, 'postgres/cluster/postmaster.pid')],
    {
      encoding: 'utf8',
    },
  ).stdout.split('\n')
  child.kill('SIGKILL')
  process.kill(Number(line), 'SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
  const postgres = await start()
  const [row] = await ask<{ n: number }>(
    postgres.connectionString,
    'select count(*)::int as n from written',
  )
  expect(row?.n).toBeGreaterThanOrEqual(acknowledged())
})

test('a database server killed while the program runs is started again', async () => {
  const postgres = await start()
  await ask(postgres.connectionString, 'create table kept (n int); insert into kept values (7)')
  const before = postgres.pid
  process.kill(before, 'SIGKILL')
  const rows = await withRetry(() => ask(postgres.connectionString, 'select n from kept'))
  expect(rows).toEqual([{ n: 7 }])
  await vi.waitFor(() => expect(postgres.pid).not.toBe(before))
})

test('a first start killed half-way is begun anew', async () => {
  const unfinished = path.join(folder, 'postgres', 'cluster.unfinished')
  mkdirSync(unfinished, { recursive: true })
  const { connectionString } = await start()
  expect(await ask(connectionString, 'select 1 as n')).toEqual([{ n: 1 }])
  expect(existsSync(unfinished)).toBe(false)
})
