import { existsSync, readFileSync } from 'node:fs'
import { shippedMigrations } from 'yichuang:migrations'
import { type SqlFinding, sqlLinter } from './sql-lint.ts'

/** Lints the shipped migrations and, when a run captured them, the statements of the application. */
export async function lintShippedSql(
  capturedFile: string,
): Promise<{ findings: readonly SqlFinding[]; statements: number }> {
  const linter = await sqlLinter(shippedMigrations)
  const captured = existsSync(capturedFile)
    ? readFileSync(capturedFile, 'utf8').split('\n').filter(Boolean)
    : []
  const distinct = [...new Set(captured)].map((line) => JSON.parse(line) as string)
  return {
    findings: [...linter.migrations, ...distinct.flatMap((sql) => linter.statement(sql))],
    statements: distinct.length,
  }
}
