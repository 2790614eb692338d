import type { Instant } from '../../domain/shared/ids.ts'
import { nameFrequency } from '../../server/application/name-frequency.ts'
import type { Database } from '../../server/database/connect.ts'
import { BENCH_REFERENCE } from '../region/bench-catalogue.ts'
import type { Operation } from './operations.ts'

/** The statements of an operation with the plans that the server keeps for them. */
export async function explainOperation(db: Database, { again }: Operation): Promise<string> {
  if (again === null) return ''
  const asked: { text: string; values: readonly unknown[] }[] = []
  const watched: Database = {
    ...db,
    query: async (text, values = []) => {
      asked.push({ text, values })
      return await db.query(text, values)
    },
  }
  const context = {
    db: watched,
    reference: BENCH_REFERENCE,
    clock: () => new Date().toISOString() as Instant,
    portalUrl: '',
    onCommit: () => undefined,
  }
  await again(context, nameFrequency(db))
  const plans: string[] = []
  for (const { text, values } of asked) {
    const { rows } = await db.pool.query<{ 'QUERY PLAN': string }>(
      `explain (analyze, buffers, costs off, timing off) ${text}`,
      [...values],
    )
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
  }
  return plans.join('\n\n')
}
