import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import packageFile from '../../package.json' with { type: 'json' }
import type { Database } from '../database/connect.ts'
import { levels, observe, type StepName } from '../database/observe.ts'
import { type BackupFigures } from './backup-figures.ts'
import { type CentreFigures, readCentreFigures } from './centre-figures.ts'
import { keptFor } from './kept-for.ts'
import { roleLabel, routeLabel } from './route-label.ts'
import { statementLabels } from './statement-label.ts'

const COUNTED_EVERY_MS = 30_000
const REQUEST_SECONDS = [0.002, 0.005, 0.01, 0.02, 0.04, 0.08, 0.2, 0.5, 1, 5]
const STEP_SECONDS = [0.0005, 0.002, 0.005, 0.01, 0.02, 0.04, 0.1, 0.5, 2, 10]

export type MetricsOptions = {
  readonly http: FastifyInstance
  readonly db: Database
  readonly regionCode: number
  readonly readBackups: () => Promise<BackupFigures>
}

/** Everything an operator watches, as Prometheus reads it. Labels are words of the program: no person, no id. */
export function createMetrics({ http, db, regionCode, readBackups }: MetricsOptions) {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  new Gauge({
    name: 'yichuang_build_info',
    help: 'Always 1; the labels name the release',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version: packageFile.version, node: process.versions.node }, 1)
  countRequests(http, registers)
  const detach = observe({ ...countWork(registers), ...countStatements(registers) })
  watchLevels(db, registers)
  const centre = keptFor(COUNTED_EVERY_MS, () => readCentreFigures(db, regionCode, Date.now()))
  const showCentre = centreGauges(registers)
  const showBackups = backupGauges(registers)
  const unanswered = new Counter({
    name: 'yichuang_figures_failed_total',
    help: 'Scrapes whose figures from the database or the backup folder could not be read',
    registers,
  })

  return {
    contentType: register.contentType,
    /** The text of one scrape; without a database the rest is still told. */
    text: async (): Promise<string> => {
      const [figures, backups] = await Promise.allSettled([centre(), readBackups()])
      if (figures.status === 'fulfilled') showCentre(figures.value)
      if (backups.status === 'fulfilled') showBackups(backups.value)
      if (figures.status === 'rejected' || backups.status === 'rejected') unanswered.inc()
      return await register.metrics()
    },
    close: detach,
  }
}

// Shown as nothing where there is nothing, so that a line on a screen does not simply end.
const REACTIONS = ['sign-notice', 'sign-certificate']
const STEPS: readonly StepName[] = ['load', 'decide', 'record', 'typeset', 'seal', 'hash-password']

type Registers = Registry[]

function countRequests(http: FastifyInstance, registers: Registers): void {
  const requests = new Counter({
    name: 'yichuang_requests_total',
    help: 'Requests answered, by operation of the contract, status and post',
    labelNames: ['operation', 'status', 'role'],
    registers,
  })
  const seconds = new Histogram({
    name: 'yichuang_request_seconds',
    help: 'From the first byte to the end of the answer; live feeds are left out',
    labelNames: ['operation'],
    buckets: REQUEST_SECONDS,
    registers,
  })
  http.addHook('onResponse', (request, reply, done) => {
    const operation = routeLabel(request)
    const status = String(reply.statusCode)
    requests.inc({ operation, status, role: roleLabel(request) })
    if (operation !== 'liveFeed') seconds.observe({ operation }, reply.elapsedTime / 1000)
    done()
  })
}

function countWork(registers: Registers) {
  const steps = new Histogram({
    name: 'yichuang_step_seconds',
    help: 'Steps of the work: load, decide and record of a command; typeset and seal of a paper; password hashes',
    labelNames: ['step'],
    buckets: STEP_SECONDS,
    registers,
  })
  const failed = new Counter({
    name: 'yichuang_steps_failed_total',
    help: 'Steps that ended in an error',
    labelNames: ['step'],
    registers,
  })
  const happenings = {
    command: new Counter({
      name: 'yichuang_commands_total',
      help: 'Commands by name and outcome: done, or the code of the refusal',
      labelNames: ['name', 'outcome'],
      registers,
    }),
    'sign-in': new Counter({
      name: 'yichuang_sign_ins_total',
      help: 'Sign-ins by outcome',
      labelNames: ['name', 'outcome'],
      registers,
    }),
    'reaction-failed': new Counter({
      name: 'yichuang_reactions_failed_total',
      help: 'Runs of a reaction that failed and will be tried again',
      labelNames: ['name', 'outcome'],
      registers,
    }),
  }
  // What alerts compare with nothing must be there from the start.
  for (const name of STEPS) failed.inc({ step: name }, 0)
  happenings['reaction-failed'].inc({ name: 'sign-notice', outcome: 'failed' }, 0)
  happenings['sign-in'].inc({ name: 'password', outcome: 'locked' }, 0)
  const ended = (name: StepName, started: number) =>
    steps.observe({ step: name }, (performance.now() - started) / 1000)

  return {
    happened: (what: keyof typeof happenings, name: string, outcome: string) =>
      happenings[what].inc({ name, outcome }),
    step: <Result>(name: StepName, work: () => Result): Result => {
      const started = performance.now()
      const result = work()
      if (!(result instanceof Promise)) {
        ended(name, started)
        return result
      }
      result.then(
        () => ended(name, started),
        () => failed.inc({ step: name }),
      )
      return result
    },
  }
}

function countStatements(registers: Registers) {
  const labelOf = statementLabels()
  const sums = new Map<string, { count: number; failed: number; seconds: number }>()
  const shown = (name: string, help: string, value: 'count' | 'failed' | 'seconds') =>
    new Counter({
      name,
      help,
      labelNames: ['statement'],
      registers,
      collect() {
        this.reset()
        for (const [statement, sum] of sums) this.inc({ statement }, sum[value])
      },
    })
  shown('yichuang_statements_total', 'Statements sent to the database', 'count')
  shown('yichuang_statements_failed_total', 'Statements that the database refused', 'failed')
  shown('yichuang_statement_seconds_total', 'Seconds until the database answered them', 'seconds')
  return {
    statement: (text: string, milliseconds: number, isFailed: boolean) => {
      const label = labelOf(text)
      const sum = sums.get(label) ?? { count: 0, failed: 0, seconds: 0 }
      if (sum.count === 0) sums.set(label, sum)
      sum.count += 1
      sum.seconds += milliseconds / 1000
      if (isFailed) sum.failed += 1
    },
  }
}

function watchLevels({ pool }: Database, registers: Registers): void {
  const level = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  level('yichuang_pool_connections', 'Connections to the database', () => pool.totalCount)
  level('yichuang_pool_idle', 'Connections that nobody uses', () => pool.idleCount)
  level('yichuang_pool_waiting', 'Statements that wait for a connection', () => pool.waitingCount)
  level(
    'yichuang_live_listeners',
    'Pages that follow the live feed',
    () => levels['live-listeners'],
  )
  level(
    'yichuang_password_hashes',
    'Password hashes under way or waiting for a thread',
    () => levels['password-hashes'],
  )
}

function centreGauges(registers: Registers): (figures: CentreFigures) => void {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers })
  const open = gauge('yichuang_applications_open', 'Open applications by worklist', ['stage'])
  const overdue = gauge('yichuang_applications_overdue', 'Open and past their due date', ['stage'])
  const waiting = gauge('yichuang_reactions_waiting', 'Reactions not done yet', ['kind'])
  const failing = gauge('yichuang_reactions_failing', 'Reactions that failed and wait', ['kind'])
  const oldest = gauge('yichuang_reactions_oldest_seconds', 'Age of the oldest reaction not done')
  const lag = gauge('yichuang_feed_lag_seconds', 'Age of the oldest event the feed holds back')
  const roots = gauge('yichuang_trail_roots_unpublished', 'Days over whose root is not published')
  return ({ stages, reactions, feedLag, rootsUnpublished }) => {
    for (const one of [open, overdue, waiting, failing]) one.reset()
    for (const { stage, ...counts } of stages) {
      open.set({ stage }, counts.open)
      overdue.set({ stage }, counts.overdue)
    }
    for (const kind of REACTIONS) {
      waiting.set({ kind }, 0)
      failing.set({ kind }, 0)
    }
    for (const { kind, ...counts } of reactions) {
      waiting.set({ kind }, counts.waiting)
      failing.set({ kind }, counts.failing)
    }
    oldest.set(Math.max(0, ...reactions.map(({ oldestAge }) => oldestAge)))
    lag.set(feedLag)
    roots.set(rootsUnpublished)
  }
}

function backupGauges(registers: Registers): (figures: BackupFigures) => void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
  const configured = gauge('yichuang_backup_configured', '1 where YICHUANG_BACKUP names a folder')
  const age = gauge('yichuang_backup_age_seconds', 'Age of the newest complete backup')
  const archived = gauge('yichuang_archive_age_seconds', 'Since the newest piece of log was kept')
  const failures = gauge('yichuang_archive_failures', 'Failed attempts to keep a piece of log')
  return ({ isConfigured, backupAge, archiveAge, archiveFailures }) => {
    configured.set(isConfigured ? 1 : 0)
    age.set(backupAge)
    archived.set(archiveAge)
    failures.set(archiveFailures)
  }
}
