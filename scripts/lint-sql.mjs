// node scripts/lint-sql.mjs [captured.jsonl]: holds the migrations, and the SQL that the tests captured, to the
// schema rules.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ROOT } from './prepare.mjs'
import { textModulesForEsbuild } from './text-modules.mjs'

const outfile = path.join(ROOT, '.cache', 'lint-sql.mjs')
await build({
  absWorkingDir: ROOT,
  entryPoints: ['server/database/sql-lint-shipped.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  external: ['libpg-query'],
  plugins: [textModulesForEsbuild(ROOT)],
  logLevel: 'warning',
})
const { lintShippedSql } = await import(pathToFileURL(outfile).href)
const { findings, statements } = await lintShippedSql(process.argv[2] ?? '')
for (const { where, message, sql } of findings)
  console.log(`${where}: ${message}\n    ${oneLine(sql)}`)
console.log(`${statements} captured statements, ${findings.length} findings`)
process.exitCode = findings.length > 0 ? 1 : 0

function oneLine(sql) {
  const line = sql.replace(/\s+/g, ' ')
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}
