import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import packageFile from '../../package.json' with { type: 'json' }
import type { Database } from '../database/connect.ts'
import { observe } from '../database/observe.ts'
import type { BackupFigures } from './backup-figures.ts'
import { readCentreFigures } from './centre-figures.ts'
import { backupGauges, centreGauges } from './centre-metrics.ts'
import { keptFor } from './kept-for.ts'
import { watchLevels } from './level-metrics.ts'
import { countRequests } from './request-metrics.ts'
import { countStatements } from './statement-metrics.ts'
import { countWork } from './work-metrics.ts'

const COUNTED_EVERY_MS = 30_000

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
