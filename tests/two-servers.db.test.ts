import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openApi } from '../bench/kill/api.ts'
import { checkCommands, checkReplies } from '../bench/kill/check-commands.ts'
import { checkLives } from '../bench/kill/check-lives.ts'
import { checkPapers, pendingReactions } from '../bench/kill/check-papers.ts'
import { newFindings } from '../bench/kill/findings.ts'
import { newJournal } from '../bench/kill/journal.ts'
import { drawLife } from '../bench/kill/lives.ts'
import { playLife } from '../bench/kill/play-life.ts'
import { seededRandom } from '../bench/kill/seeded-random.ts'
import { type Product, startProduct } from '../bench/product.ts'
import castFile from '../catalogue/aba/demonstration-cast.json' with { type: 'json' }
import type { Instant } from '../domain/shared/ids.ts'
import { readCast, seedDemonstration } from '../server/access/demonstration-cast.ts'
import { connect, type Database } from '../server/database/connect.ts'
import { DEMONSTRATION_PASSWORD } from '../server/demonstration/prepare-demonstration.ts'
import { trustedKeys } from '../server/trail/trail-key.ts'
import { verifyAll } from '../server/trail/verify-all.ts'
import { connectionStringFor, withClient } from '../server/database/with-client.ts'
import { healthCheckedProxy } from './support/health-checked-proxy.ts'
import { readLive } from '../bench/failover/live-reader.ts'

// Two real server processes on one database, as an installation runs them behind HAProxy. One story: the tests build on
// one another.

const REGION = 513_200
const DRAIN_SECONDS = '1'
const CLIENTS = 3

const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-two-'))
chmodSync(folder, 0o755)
const { connectionString: databaseServer } = inject('databaseServer')
const name = `yichuang_test_two_${process.pid}_${randomBytes(4).toString('hex')}`
const connectionString = connectionStringFor(databaseServer, name)
const running: Product[] = []
let db: Database
let a: Product
let b: Product

beforeAll(async () => {
  await withClient(databaseServer, (client) => client.query(`create database ${name}`))
})

afterAll(async () => {
  await Promise.all(running.map((server) => server.stop()))
  await db.close()
  await withClient(databaseServer, (client) => client.query(`drop database ${name} with (force)`))
  rmSync(folder, { recursive: true, force: true })
})

/** A machine of its own: its own cache and log, and the keys that all share. */
function machine(machineName: string, keys = 'keys'): string {
  const data = path.join(folder, machineName)
  mkdirSync(data, { recursive: true })
  for (const kind of ['seals', 'trail']) {
    mkdirSync(path.join(folder, keys, kind), { recursive: true, mode: 0o700 })
    symlinkSync(path.join(folder, keys, kind), path.join(data, kind))
  }
  return data
}

async function start(dataFolder: string): Promise<Product> {
  const env = { YICHUANG_SERVERS: 'several', DRAIN_SECONDS, RATE_LIMIT: '0' }
  const server = await startProduct({ connectionString, dataFolder, env })
  running.push(server)
  return server
}

function logOf(machineName: string): string {
  return readFileSync(path.join(folder, machineName, 'server.log'), 'utf8')
}

async function signIn(base: string, username: string): Promise<string> {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-yichuang': '1' },
    body: JSON.stringify({ username, password: DEMONSTRATION_PASSWORD }),
  })
  expect(answer.status).toBe(200)
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

test('two servers that start at once on an empty database share its schema, its keys and one first code', async () => {
  ;[a, b] = await Promise.all([start(machine('a')), start(machine('b'))])
  db = connect({ connectionString, maxConnections: 3 })
  const logs = logOf('a') + logOf('b')
  expect(logs.match(/数据库结构已更新/g)).toHaveLength(1)
  expect(logs.match(/凭一次性口令/g)).toHaveLength(1)
  const keys = await db.query<{ kind: string }>(
    'select kind from server_key where region_code = $1 order by kind',
    [REGION],
  )
  expect(keys.map(({ kind }) => kind)).toEqual(['seals', 'trail'])
}, 120_000)

test('a server with keys of its own is refused, and says what to do', async () => {
  await expect(start(machine('stranger', 'other-keys'))).rejects.toThrow(
    /server-keys-differ.*挂载/s,
  )
})

test('who signs out at one server is out at the other', async () => {
  await seedDemonstration(db, REGION, readCast(castFile), DEMONSTRATION_PASSWORD)
  // People of a demonstration would be refused at the next start.
  await db.query('update account set demonstration = false where region_code = $1', [REGION])
  const cookie = await signIn(a.base, 'ducha')
  const meAt = async ({ base }: Product) =>
    (await fetch(`${base}/api/session`, { headers: { cookie } })).status
  expect([await meAt(a), await meAt(b)]).toEqual([200, 200])
  await fetch(`${a.base}/api/session`, {
    method: 'DELETE',
    headers: { cookie, 'x-yichuang': '1' },
  })
  expect(await meAt(a)).toBe(401)
  while ((await meAt(b)) === 200) await wait(200)
  expect(await meAt(b)).toBe(401)
})

test('each server restarted in turn under load: no request fails, no command is lost or done twice, no message missed', async () => {
  const proxy = await healthCheckedProxy([a.port, b.port])
  const patience = new AbortController()
  const journal = newJournal()
  const findings = newFindings()
  const api = openApi(proxy.base, patience.signal)
  const random = seededRandom(513_200)
  const stage = { api, journal, random }
  const feed = await readLive(proxy.base, await signIn(proxy.base, 'ducha'))
  let ending = false
  const load = Array.from({ length: CLIENTS }, async () => {
    while (!ending) await playLife(stage, uuidv7(), drawLife(random))
  })
  const restart = async (server: Product, machineName: string): Promise<Product> => {
    await server.stop()
    const again = await start(path.join(folder, machineName))
    proxy.add(again.port)
    return again
  }
  try {
    await wait(1_000)
    a = await restart(a, 'a')
    await wait(1_000)
    b = await restart(b, 'b')
    await wait(1_000)
    ending = true
    await Promise.all(load)
    while ((await pendingReactions(db, REGION)) > 0) await wait(100)
    await checkCommands(db, REGION, journal.entries, findings)
    checkReplies(journal.acknowledged(), findings)
    await checkLives(db, REGION, journal.entries, findings)
    await checkPapers(db, REGION, findings)
    const trail = await verifyAll(db, {
      trusted: trustedKeys(path.join(folder, 'keys', 'trail')),
      now: new Date().toISOString() as Instant,
      files: true,
    })
    const events = await db.query<{ cursor: string }>(
      `select xact || '-' || application_id || '-' || seq as cursor from application_event where region_code = $1`,
      [REGION],
    )
    while (!events.every(({ cursor }) => feed.heard.includes(cursor))) await wait(50)
    expect(findings.all).toEqual([])
    expect(trail.findings.first).toEqual([])
    expect(events.length).toBeGreaterThan(20)
    const failed = [...api.tally.statuses].filter(([status]) => status === 0 || status >= 500)
    expect(failed).toEqual([])
    expect(api.tally.sessionsLost).toBe(0)
    expect(journal.entries.filter(({ unanswered }) => unanswered > 0)).toEqual([])
    expect(feed.resumed()).toBeGreaterThan(0)
    expect(Math.min(...proxy.given.values())).toBeGreaterThan(0)
  } finally {
    ending = true
    patience.abort()
    await Promise.allSettled(load)
    await feed.stop()
    await proxy.close()
  }
}, 240_000)
