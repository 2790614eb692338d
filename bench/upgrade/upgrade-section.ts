import { availableParallelism } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import type { Instant } from '../../domain/shared/ids.ts'
import { connect } from '../../server/database/connect.ts'
import { migrate } from '../../server/database/migrate.ts'
import { connectionStringFor, databaseIn, withClient } from '../../server/database/with-client.ts'
import { verifyAll } from '../../server/trail/verify-all.ts'
import { figure } from '../figure.ts'
import { openHttpClient } from '../http-client.ts'
import { type LifeStep, wholeLives } from '../life/life-steps.ts'
import { signInAll } from '../sign-in.ts'
import { percentiles } from '../percentiles.ts'
import { type BenchRegion } from '../region/bench-region.ts'
import type { BenchContext, Measured, Section, SectionReport } from '../section.ts'
import { type Sent, workMeanwhile } from './commands-meanwhile.ts'
import { INSTALLED, turnBack } from './schema-before.ts'

const QUICK = { applications: 20_000, settleSeconds: 3 }
const FULL = { applications: 1_000_000, settleSeconds: 20 }
const AT_ONCE = 4
const DEPARTMENTS = 4

export const upgradeSection: Section = {
  name: 'upgrade',
  title: 'migrations on a full database while commands run: none fails',
  run: upgrade,
}

async function upgrade(context: BenchContext): Promise<SectionReport> {
  const { applications, settleSeconds } = context.quick ? QUICK : FULL
  const region = await context.region(applications)
  const server = connectionStringFor(region.connectionString, 'postgres')
  const copy = `upgrade_${process.pid}`
  const connectionString = connectionStringFor(region.connectionString, copy)
  context.say('copying the region')
  await withClient(server, (client) =>
    client.query(
      `create database ${copy} template ${databaseIn(region.connectionString)} strategy file_copy`,
    ),
  )
  try {
    return await drill(context, { ...region, connectionString }, server, settleSeconds)
  } finally {
    await withClient(server, (client) =>
      client.query(`drop database if exists ${copy} with (force)`),
    )
  }
}

async function drill(
  context: BenchContext,
  region: BenchRegion,
  server: string,
  settleSeconds: number,
): Promise<SectionReport> {
  const { connectionString } = region
  // It would migrate at its own start: the schema is turned back under it, and the next release's step is made by hand.
  const product = await context.startProduct({ connectionString, dataFolder: context.scratch })
  context.say(`turning the schema back to ${INSTALLED}`)
  await turnBack(server, connectionString)
  const client = openHttpClient({ port: product.port, connections: AT_ONCE })
  const lives = wholeLives(region.people).slice(0, DEPARTMENTS)
  const cookies = await signInAll(client, peopleOf(lives))
  const work = workMeanwhile({ client, cookies, lives, atOnce: AT_ONCE })
  await wait(settleSeconds * 1_000)
  const begun = performance.now()
  context.say('migrating')
  const applied = await migrate(connectionString)
  const ended = performance.now()
  await wait(settleSeconds * 1_000)
  await work.stop()
  client.close()
  await product.stop()
  context.say('verifying')
  const findings = await verify(connectionString)
  return reportOf({ sent: work.sent, begun, ended, applied, findings, region })
}

function peopleOf(lives: readonly (readonly LifeStep[])[]) {
  return lives.flatMap((steps) => steps.map(({ person }) => person))
}

async function verify(connectionString: string): Promise<number> {
  const db = connect({ connectionString, maxConnections: 4, statementTimeoutMs: 600_000 })
  try {
    const { findings } = await verifyAll(db, {
      trusted: [],
      now: new Date().toISOString() as Instant,
      files: false,
      threads: { connectionString, count: availableParallelism() },
    })
    return findings.total
  } finally {
    await db.close()
  }
}

type Outcome = {
  readonly sent: readonly Sent[]
  readonly begun: number
  readonly ended: number
  readonly applied: readonly string[]
  readonly findings: number
  readonly region: BenchRegion
}

function reportOf({ sent, begun, ended, applied, findings, region }: Outcome): SectionReport {
  const waits = (part: readonly Sent[]) => percentiles(part.map(({ milliseconds }) => milliseconds))
  const during = sent.filter(({ at, milliseconds }) => at + milliseconds >= begun && at <= ended)
  const [quiet, busy] = [waits(sent.filter(({ at }) => at < begun)), waits(during)]
  const failed = sent.filter((one) => one.failed !== null)
  const measured: Measured[] = [
    figure('requests failed meanwhile', failed.length, '', { atMost: 0 }),
    figure('findings of the verification afterwards', findings, '', { atMost: 0 }),
    figure('longest wait of a request while migrating', busy.max, 'ms'),
    figure('95th percentile before', quiet.p95, 'ms'),
    figure('95th percentile while migrating', busy.p95, 'ms'),
    figure('duration of the migrations', (ended - begun) / 1000, 's'),
  ]
  return {
    measured,
    details: [
      `${region.applications} applications, schema ${INSTALLED} → ${applied.at(-1) ?? '(nothing)'} (${applied.length} files), ${AT_ONCE} people without pauses: ${during.length} requests while migrating, ${sent.length} in all.`,
      'The server at work is the one of this release, which serves the schema before it; nothing older is installed anywhere.',
      ...failed.slice(0, 5).map(({ what, failed: why }) => `- failed: ${what}: ${why ?? ''}`),
    ].join('\n\n'),
  }
}
