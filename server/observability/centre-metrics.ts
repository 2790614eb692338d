import { Gauge, type Registry } from 'prom-client'
import type { BackupFigures } from './backup-figures.ts'
import type { CentreFigures } from './centre-figures.ts'

// Shown as nothing where there is nothing, so that a line on a screen does not simply end.
const REACTIONS = ['sign-notice', 'sign-certificate']

/** What the database tells of the centre's work. */
export function centreGauges(registers: Registry[]): (figures: CentreFigures) => void {
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

/** What the backup folder tells. */
export function backupGauges(registers: Registry[]): (figures: BackupFigures) => void {
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
