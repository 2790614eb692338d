import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { withClient } from '../server/database/with-client.ts'
import { say } from '../server/start-server.ts'
import { documentsSection } from './documents/documents-section.ts'
import { exportSection } from './export/export-section.ts'
import { hallSection } from './hall/hall-section.ts'
import { lifeSection } from './life/life-section.ts'
import { listsSection } from './lists/lists-section.ts'
import { busyShare, commitOf, describeMachine } from './machine.ts'
import { mixSection } from './mix/mix-section.ts'
import { readOptions, USAGE, type BenchOptions } from './options.ts'
import { openBenchCluster, type BenchCluster } from './region/bench-cluster.ts'
import { regionOf } from './region/region-of.ts'
import { BUSY_LIMIT, reportText, withReport } from './report.ts'
import { runSections } from './run-sections.ts'
import { stormSection } from './storm/storm-section.ts'
import { upgradeSection } from './upgrade/upgrade-section.ts'
import { verifySection } from './verify/verify-section.ts'

// npm run bench: what docs/performance.md promises, measured. Exit code 0: every section came to its end, whatever it
// found; 1: one did not; 2: not understood, or not now.

const SECTIONS = [
  lifeSection,
  listsSection,
  documentsSection,
  stormSection,
  hallSection,
  verifySection,
  exportSection,
  upgradeSection,
  mixSection,
]

async function main(options: BenchOptions): Promise<number> {
  const busy = await busyShare()
  if (busy > BUSY_LIMIT && !options.quick && !options.anyway) {
    say(
      `别的程序占用了处理器的 ${Math.round(busy * 100)}%，量得的时间没有意义：请稍后再试，或者加 --anyway。 / the machine is busy`,
    )
    return 2
  }
  mkdirSync(options.folder, { recursive: true })
  const cluster = await openBenchCluster({ folder: options.folder })
  try {
    const machine = describeMachine(options.folder)
    const postgres = await versionOf(cluster)
    const date = new Date().toISOString().slice(0, 10)
    const { quick, write } = options
    const about = { quick, date, commit: commitOf('.'), machine, postgres, busy }
    const sections = await runSections(
      SECTIONS.filter(({ name }) => options.sections.includes(name)),
      {
        quick,
        region: async (applications) => await regionOf(cluster, { applications, say }),
        say,
      },
      // A run that breaks off leaves what it had found.
      (done) => {
        if (write !== undefined) writeReport(write, reportText({ ...about, sections: done }))
      },
    )
    say(`\n${reportText({ ...about, sections })}`)
    return sections.some(({ outcome }) => 'failed' in outcome) ? 1 : 0
  } finally {
    await cluster.stop()
  }
}

async function versionOf({ connectionString }: BenchCluster): Promise<string> {
  const { rows } = await withClient(connectionString, (client) =>
    client.query<{ version: string }>(`select current_setting('server_version') as version`),
  )
  return `PostgreSQL ${rows[0]?.version ?? ''}`
}

function writeReport(file: string, text: string): void {
  const changed = withReport(readFileSync(file, 'utf8'), text)
  if (changed === undefined) throw new Error(`${file} has no marks for the report`)
  writeFileSync(file, changed)
}

const options = readOptions(process.argv.slice(2))
if (options === undefined) {
  say(USAGE)
  process.exit(2)
}
process.exit(await main(options))
