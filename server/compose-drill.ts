import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { Instant } from '../domain/shared/ids.ts'
import { type Marks, missingOf, readMarks } from './backup/marks.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { connect } from './database/connect.ts'
import { startEmbeddedPostgres } from './database/embedded-postgres.ts'
import { trustedKeys } from './trail/trail-key.ts'
import { verifyAll, type VerifySummary } from './trail/verify-all.ts'

export type DrillOptions = {
  readonly from: string
  /** An empty folder, left behind with the restored data. */
  readonly scratch: string
  readonly passphrase: string | undefined
  /** Where the installation in use stands, when it can be asked: tells what a loss now would cost. */
  readonly live: Marks | undefined
}

export type DrillReport = {
  readonly name: string
  readonly bytes: number
  /** Milliseconds. */
  readonly restored: number
  readonly started: number
  readonly verified: number
  readonly summary: VerifySummary
  /** What the backup's own marks miss in the restored database. */
  readonly missing: readonly string[]
  readonly applications: number
  /** Milliseconds of the newest event restored, and of the newest in use. */
  readonly lastEvent: number | null
  readonly lastLiveEvent: number | null
}

/** The newest backup becomes a running database, whose whole trail is recomputed. */
export async function runDrill(options: DrillOptions): Promise<DrillReport> {
  const { from, scratch, passphrase, live } = options
  const begun = performance.now()
  const { name, manifest, bytes } = await restoreBackup({
    from,
    until: undefined,
    into: scratch,
    passphrase,
  })
  const restored = performance.now()
  const postgres = await startEmbeddedPostgres({ folder: path.join(scratch, 'postgres') })
  const started = performance.now()
  try {
    const checked = await checkDatabase(
      postgres.connectionString,
      manifest.marks,
      trustedKeys(path.join(scratch, 'trail')),
    )
    return {
      name,
      bytes,
      restored: restored - begun,
      started: started - restored,
      lastLiveEvent: live === undefined ? null : lastEventOf(live),
      ...checked,
    }
  } finally {
    await postgres.stop()
  }
}

/** The same check for a database that somebody else restored. */
export async function checkDatabase(
  connectionString: string,
  marks: Marks,
  trusted: readonly string[],
): Promise<Pick<DrillReport, 'verified' | 'summary' | 'missing' | 'applications' | 'lastEvent'>> {
  const begun = performance.now()
  const db = connect({ connectionString, maxConnections: 4, statementTimeoutMs: 600_000 })
  try {
    const summary = await verifyAll(db, {
      trusted,
      now: new Date().toISOString() as Instant,
      files: true,
      threads: { connectionString, count: availableParallelism() },
    })
    const here = await readMarks(db)
    return {
      summary,
      verified: performance.now() - begun,
      missing: await missingOf(db, marks),
      applications: here.reduce((sum, one) => sum + one.applications, 0),
      lastEvent: lastEventOf(here),
    }
  } finally {
    await db.close()
  }
}

function lastEventOf(marks: Marks): number | null {
  const times = marks.flatMap(({ lastEventAt }) => (lastEventAt === null ? [] : [lastEventAt]))
  return times.length === 0 ? null : Math.max(...times.map((time) => Date.parse(time)))
}
