import { statfsSync } from 'node:fs'
import type { Instant } from '../../domain/shared/ids.ts'
import { connect, type Database } from '../../server/database/connect.ts'
import { openHttpClient, type HttpClient } from '../http-client.ts'
import { signInAll } from '../sign-in.ts'
import { BENCH_REFERENCE } from '../region/bench-catalogue.ts'
import type { BenchRegion } from '../region/bench-region.ts'
import type { BenchContext, Section } from '../section.ts'
import { postgresCpuOf } from '../postgres-cpu.ts'
import { crowdedApplication } from './crowded-application.ts'
import { explainOperation } from './explain-operation.ts'
import { listsReport, type SizeFigures } from './lists-report.ts'
import { ask, measureOperations, type Timing } from './measure-operations.ts'
import { operationsOf, type Operation } from './operations.ts'
import { actorFor, choosePeople, type Readers } from './people.ts'
import { sampleTerms } from './sample-terms.ts'

const SIZES = { quick: [2_000, 20_000], full: [10_000, 1_000_000] }
const LARGEST = 5_000_000
const BYTES_AN_APPLICATION = 25_000
const ROUNDS = { quick: 12, full: 60 }
const TERMS = 12
const PAGE = 20
const EXPLAINED = 3

type Stage = {
  readonly db: Database
  readonly client: HttpClient
  readonly operations: readonly Operation[]
  readonly serverCpu: () => number
  readonly postgresCpu: () => number
}

/** Every list, search and page as an ordinary person asks for it, in a small region and in a large one. */
export const listsSection: Section = {
  name: 'lists',
  title: 'worklists, searches, counts and the application page, and how they grow with the region',
  run: async (context) => {
    const size = context.quick ? 'quick' : 'full'
    const figures: SizeFigures[] = []
    let rowsOfSmall: ReadonlyMap<string, number> = new Map()
    for (const applications of [...SIZES[size], ...largest(context)]) {
      const measured = await measureSize(context, applications, ROUNDS[size], rowsOfSmall)
      if (figures.length === 0)
        rowsOfSmall = new Map(
          measured.timings.flatMap(({ operation, rows }) =>
            rows === null ? [] : [[operation.name, rows] as const],
          ),
        )
      figures.push(measured)
    }
    return listsReport(figures)
  },
}

/** Five million where it is asked for and the disk has room. */
function largest({ say, scratch }: BenchContext): number[] {
  if (process.env['BENCH_5M'] !== '1') return []
  const { bavail, bsize } = statfsSync(scratch)
  const needed = LARGEST * BYTES_AN_APPLICATION
  if (bavail * bsize > needed) return [LARGEST]
  const giga = (bytes: number) => `${(bytes / 1e9).toFixed(0)} GB`
  say(`5 million need ${giga(needed)}; ${giga(bavail * bsize)} are free: left out`)
  return []
}

async function measureSize(
  context: BenchContext,
  applications: number,
  rounds: number,
  rowsOfSmall: ReadonlyMap<string, number>,
): Promise<SizeFigures> {
  const region = await context.region(applications)
  const { connectionString } = region
  const product = await context.startProduct({ connectionString, dataFolder: context.scratch })
  const db = connect({ connectionString, maxConnections: 2, asRole: undefined })
  const client = openHttpClient({ port: product.port, connections: 1 })
  try {
    const operations = await prepare(db, client, region)
    const stage = {
      db,
      client,
      operations,
      serverCpu: product.cpuSeconds,
      postgresCpu: await postgresCpuOf(connectionString),
    }
    return await measureStage(context, stage, applications, rounds, rowsOfSmall)
  } finally {
    client.close()
    await db.close()
    await product.stop()
  }
}

async function prepare(
  db: Database,
  client: HttpClient,
  region: BenchRegion,
): Promise<Operation[]> {
  const { regionCode } = region
  const people = await choosePeople(db, region)
  const cookies = await signInAll(client, Object.values(people))
  const readers: [string, Readers['clerk']][] = []
  for (const [post, person] of Object.entries(people))
    readers.push([
      post,
      { cookie: cookies.get(person.username) ?? '', actor: await actorFor(db, regionCode, person) },
    ])
  const known = Object.fromEntries(readers) as Readers
  const writing = {
    db,
    reference: BENCH_REFERENCE,
    clock: () => new Date().toISOString() as Instant,
    portalUrl: '',
    onCommit: () => undefined,
  }
  const crowded = await crowdedApplication(writing, regionCode, known.clerk.actor)
  const ordinary = await db.query<{ id: string }>(
    `select application_id as id from application where region_code = $1 and stage <> 'closed' order by md5(number) limit 100`,
    [regionCode],
  )
  await db.pool.query('vacuum (analyze) application')
  const terms = await sampleTerms(db, regionCode, TERMS)
  return operationsOf(regionCode, known, terms, { ordinary: ordinary.map(({ id }) => id), crowded })
}

async function measureStage(
  { say }: BenchContext,
  stage: Stage,
  applications: number,
  rounds: number,
  rowsOfSmall: ReadonlyMap<string, number>,
): Promise<SizeFigures> {
  const { client, operations } = stage
  const timings = await measureOperations(client, operations, rounds, () => PAGE)
  // Growth compares pages of the same length: a small region has not enough rows to fill them.
  const sameLength =
    rowsOfSmall.size === 0
      ? timings
      : await measureOperations(client, operations, rounds, ({ name }) =>
          Math.max(1, rowsOfSmall.get(name) ?? PAGE),
        )
  const cpu = await cpuByOperation(stage, Math.ceil(rounds / 3))
  say(`${applications} applications: ${operations.length} operations measured`)
  return { applications, timings, sameLength, cpu, plans: await plansOfSlowest(stage, timings) }
}

/** Milliseconds of processor time a request, of the server and of PostgreSQL: what a busy machine cannot blur. */
async function cpuByOperation(
  { client, operations, serverCpu, postgresCpu }: Stage,
  times: number,
): Promise<SizeFigures['cpu']> {
  const groups = [...new Set(operations.map(({ group }) => group))]
  const cpu: { group: Operation['group']; server: number; postgres: number }[] = []
  for (const group of groups) {
    const own = operations.filter((operation) => operation.group === group)
    const [server, postgres] = [serverCpu(), postgresCpu()]
    for (let round = 0; round < times; round += 1)
      for (const operation of own) await ask(client, operation, round, PAGE)
    const asked = times * own.length
    cpu.push({
      group,
      server: (1000 * (serverCpu() - server)) / asked,
      postgres: (1000 * (postgresCpu() - postgres)) / asked,
    })
  }
  return cpu
}

async function plansOfSlowest(
  { db }: Stage,
  timings: readonly Timing[],
): Promise<SizeFigures['plans']> {
  const slowest = timings
    .filter(({ operation }) => operation.again !== null)
    .toSorted((a, b) => b.p95 - a.p95)
    .slice(0, EXPLAINED)
  const plans: { name: string; plan: string }[] = []
  for (const { operation } of slowest)
    plans.push({ name: operation.name, plan: await explainOperation(db, operation) })
  return plans
}
