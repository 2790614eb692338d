import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import castFile from '../../catalogue/aba/demonstration-cast.json' with { type: 'json' }
import type { Instant } from '../../domain/shared/ids.ts'
import { readCast, seedDemonstration } from '../../server/access/demonstration-cast.ts'
import { connect, type Database } from '../../server/database/connect.ts'
import { DEMONSTRATION_PASSWORD } from '../../server/demonstration/prepare-demonstration.ts'
import { ABA_REGION } from '../../server/aba-region.ts'
import { trustedKeys } from '../../server/trail/trail-key.ts'
import { verifyAll } from '../../server/trail/verify-all.ts'
import { freePort } from '../free-port.ts'
import { type Api, openApi } from '../kill/api.ts'
import { checkCommands, checkReplies } from '../kill/check-commands.ts'
import { checkLives } from '../kill/check-lives.ts'
import { checkPapers, pendingReactions } from '../kill/check-papers.ts'
import { newFindings } from '../kill/findings.ts'
import { newJournal } from '../kill/journal.ts'
import { drawLife } from '../kill/lives.ts'
import { playLife, type Stage } from '../kill/play-life.ts'
import { seededRandom } from '../kill/seeded-random.ts'
import { percentiles } from '../percentiles.ts'
import { measureAcross } from './measure-across.ts'
import { type PatroniPair, startPatroniPair } from './patroni-pair.ts'
import { answersWith, type Spawned, startProgram, until } from './processes.ts'

type Say = (line: string) => void
type Options = { readonly kills: number; readonly clients: number; readonly keep: boolean }

const DATABASE_PASSWORD = 'drill-drill-yichuang'
const BETWEEN_MS = 4_000

/** The whole drill; answers whether nothing was lost. */
export async function runFailover(options: Options, say: Say): Promise<boolean> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-failover-'))
  chmodSync(folder, 0o755)
  const opened: (() => Promise<void>)[] = []
  try {
    say(`folder ${folder}`)
    const pair = await startPatroniPair(folder)
    opened.push(pair.stop)
    const centre = await startCentre(folder, pair, opened)
    say('three etcd, two PostgreSQL 15 under Patroni, HAProxy, two servers: up')
    return await drill(options, say, { ...centre, pair, folder })
  } finally {
    for (const close of opened.toReversed()) await close()
    if (!options.keep) rmSync(folder, { recursive: true, force: true })
  }
}

type Centre = {
  readonly web: string
  /** Past the proxy: each server by itself. */
  readonly servers: readonly string[]
  readonly db: Database
}

async function startCentre(
  folder: string,
  pair: PatroniPair,
  opened: (() => Promise<void>)[],
): Promise<Centre> {
  const web = await freePort()
  const database = await freePort()
  const a = await freePort()
  const b = await freePort()
  const [pg1, pg2] = pair.nodes
  const env = {
    WEB_BIND: `127.0.0.1:${web}`,
    DATABASE_BIND: `127.0.0.1:${database}`,
    APP_A: `127.0.0.1:${a}`,
    APP_B: `127.0.0.1:${b}`,
    PG1: `127.0.0.1:${pg1?.port}`,
    PG1_REST: String(pg1?.rest),
    PG2: `127.0.0.1:${pg2?.port}`,
    PG2_REST: String(pg2?.rest),
  }
  const args = ['-f', path.resolve('deploy/several/haproxy.cfg'), '-db']
  opened.push(startProgram(folder, { name: 'haproxy', command: 'haproxy', args, env }).stop)
  await makeDatabase(pair, database)
  const url = `postgresql://yichuang:${DATABASE_PASSWORD}@localhost:${database}/yichuang?sslmode=verify-full&sslrootcert=${pair.certificate}`
  const servers: Spawned[] = []
  for (const [name, port] of [
    ['a', a],
    ['b', b],
  ] as const)
    servers.push(startServer(folder, name, port, url))
  opened.push(async () => {
    await Promise.all(servers.map((server) => server.stop()))
  })
  await until('both servers', async () =>
    (await Promise.all([a, b].map((port) => answersWith(`http://127.0.0.1:${port}/ready`)))).every(
      (status) => status === 200,
    ),
  )
  const db = connect({ connectionString: url, maxConnections: 3 })
  opened.push(() => db.close())
  await seedDemonstration(db, ABA_REGION, readCast(castFile), DEMONSTRATION_PASSWORD)
  await db.query('update account set demonstration = false where region_code = $1', [ABA_REGION])
  const base = `http://127.0.0.1:${web}`
  await until('the proxy', async () => (await answersWith(`${base}/ready`)) === 200)
  return { web: base, servers: [a, b].map((port) => `http://127.0.0.1:${port}`), db }
}

function startServer(folder: string, name: string, port: number, url: string): Spawned {
  const data = path.join(folder, `server-${name}`)
  mkdirSync(data)
  for (const kind of ['seals', 'trail']) {
    mkdirSync(path.join(folder, 'keys', kind), { recursive: true, mode: 0o700 })
    symlinkSync(path.join(folder, 'keys', kind), path.join(data, kind))
  }
  return startProgram(folder, {
    name: `server-${name}`,
    command: process.execPath,
    args: [path.resolve('dist/server/main.mjs')],
    env: {
      PORT: String(port),
      DATABASE_URL: url,
      YICHUANG_SERVERS: 'several',
      YICHUANG_DATA: data,
      YICHUANG_SEAL_PASSPHRASE: 'drill-drill-drill-drill',
      PUBLIC_URL: 'https://yichuang.invalid',
      BEHIND_PROXY: '1',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'warn',
      DRAIN_SECONDS: '1',
    },
  })
}

async function makeDatabase(pair: PatroniPair, port: number): Promise<void> {
  let said = ''
  await until('the first database', () => {
    const made = spawnSync(
      'psql',
      [
        '--set=ON_ERROR_STOP=1',
        `--set=password='${DATABASE_PASSWORD}'`,
        `--file=${path.resolve('deploy/several/first-database.sql')}`,
        `postgresql://postgres@localhost:${port}/postgres?sslmode=verify-full&sslrootcert=${pair.certificate}`,
      ],
      { env: { ...process.env, PGPASSWORD: pair.superPassword }, encoding: 'utf8' },
    )
    said = made.stderr
    return made.status === 0 || said.includes('already exists')
  }).catch((error: unknown) => {
    throw new Error(said, { cause: error })
  })
}

async function drill(
  { kills, clients }: Options,
  say: Say,
  { web, servers, db, pair, folder }: Centre & { pair: PatroniPair; folder: string },
): Promise<boolean> {
  const patience = new AbortController()
  const acknowledged: number[] = []
  const api = timed(openApi(web, patience.signal), acknowledged)
  const findings = newFindings()
  const journal = newJournal()
  const stage: Stage = { api, journal, random: seededRandom(513_200) }
  let ending = false
  const load = Array.from({ length: clients }, async () => {
    while (!ending)
      await playLife(stage, uuidv7(), drawLife(stage.random)).catch((error: unknown) =>
        findings.add('load', String(error)),
      )
  })
  await wait(2_000)
  const across = await measureAcross(servers[0] ?? '', servers[1] ?? '', 200)
  say(`answer at one server to message at the other, ms: ${JSON.stringify(percentiles(across))}`)
  const gaps = await killAgain(kills, pair, acknowledged, say)
  ending = true
  await Promise.all(load)
  await until('what follows', async () => (await pendingReactions(db, ABA_REGION)) === 0)
  const commands = await checkCommands(db, ABA_REGION, journal.entries, findings)
  checkReplies(journal.acknowledged(), findings)
  await checkLives(db, ABA_REGION, journal.entries, findings)
  await checkPapers(db, ABA_REGION, findings)
  const trail = await verifyAll(db, {
    trusted: trustedKeys(path.join(folder, 'keys', 'trail')),
    now: new Date().toISOString() as Instant,
    files: true,
  })
  for (const { what } of trail.findings.first) findings.add('trail', what)
  patience.abort()
  say(`commands acknowledged ${journal.acknowledged().length}, of ${journal.entries.length} given`)
  const again = journal.entries.filter(({ unanswered }) => unanswered > 0).length
  say(`sent again after no answer ${again}, done although unheard ${commands.doneUnheard}`)
  say(`answers by status ${JSON.stringify([...api.tally.statuses])}`)
  sayGaps(gaps, say)
  for (const kind of ['lost', 'doubled', 'answered-differently', 'trail'] as const)
    say(`${kind} ${findings.count(kind)}`)
  for (const { kind, what } of findings.all.slice(0, 20)) say(`✗ ${kind}: ${what}`)
  say(findings.all.length === 0 ? 'passed' : `failed: ${findings.all.length} findings`)
  return findings.all.length === 0
}

type Gap = { readonly what: 'node' | 'postgres'; readonly ms: number }

function sayGaps(gaps: readonly Gap[], say: Say): void {
  for (const what of ['node', 'postgres']) {
    const seconds = gaps.filter((gap) => gap.what === what).map(({ ms }) => ms / 1_000)
    if (seconds.length > 0) say(`gap, s, ${what}: ${JSON.stringify(percentiles(seconds))}`)
  }
}

/** Kills the leader, by turns with its machine and without, and waits each time until there are two again. */
async function killAgain(
  kills: number,
  pair: PatroniPair,
  acknowledged: readonly number[],
  say: Say,
): Promise<readonly Gap[]> {
  const gaps: Gap[] = []
  while (gaps.length < kills) {
    await wait(BETWEEN_MS)
    const leader = (await pair.leader()) ?? ''
    const what = gaps.length % 2 === 0 ? 'node' : 'postgres'
    const at = performance.now()
    pair.kill(leader, what)
    // A few may still be answered by what was decided before; the pause shows itself within ten seconds.
    await wait(10_000)
    await until('commands again', () => (acknowledged.at(-1) ?? 0) > performance.now() - 500, {
      seconds: 120,
    })
    const ms = longestPause(acknowledged, at)
    const now = await pair.leader()
    gaps.push({ what, ms })
    say(
      `kill ${gaps.length}: ${what} of ${leader}, leader now ${now}, gap ${(ms / 1_000).toFixed(1)} s`,
    )
    if (what === 'node') pair.revive(leader)
    await until('the pair whole again', pair.isWhole, { seconds: 180 })
  }
  return gaps
}

/** Keeps the moment of every acknowledged command. */
function timed(api: Api, acknowledged: number[]): Api {
  return {
    ...api,
    send: async (username, method, at, body) => {
      const answer = await api.send(username, method, at, body)
      if (method === 'POST' && answer.status === 200) acknowledged.push(performance.now())
      return answer
    },
  }
}

/** Milliseconds: the longest time without an acknowledged command around a kill. */
function longestPause(acknowledged: readonly number[], at: number): number {
  const near = acknowledged.filter((moment) => moment > at - 2_000)
  return Math.max(...near.slice(1).map((moment, index) => moment - (near[index] ?? moment)))
}
