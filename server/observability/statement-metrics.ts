import { Counter, type Registry } from 'prom-client'
import { statementLabels } from './statement-label.ts'

/** Statements by name: added up by hand, since this runs several times a request. */
export function countStatements(registers: Registry[]) {
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
