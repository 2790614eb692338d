import { readOptions, USAGE } from './kill/options.ts'
import { report } from './kill/report.ts'
import { runKills } from './kill/run-kills.ts'

// npm run kill: kills the server or its database under load and proves that nothing was lost. Exit code 0: it held.

const options = readOptions(process.argv.slice(2))
if (options === undefined) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  const run = await runKills(options, (line) => process.stderr.write(`${line}\n`))
  process.stdout.write(`${report(options, run)}\n`)
  process.exitCode = run.checked !== undefined && run.findings.all.length === 0 ? 0 : 1
}
