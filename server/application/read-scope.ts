import type { Database } from '../database/connect.ts'
import type { FoundRow } from './listed-columns.ts'
import { BY_DUE, type ListKey, type ListOrder } from './list-order.ts'
import type { SearchPart } from './search-parts.ts'

export type ScopeRows = {
  /** In order, each once. */
  readonly rows: readonly FoundRow[]
  /** Where looking stopped before the scope was at its end. */
  readonly edge: ListKey | null
  /** More was found than could be put in order. */
  readonly isFull: boolean
}

/** The rows of all parts in one order, up to where the first of them stopped looking. */
export async function readScope(
  db: Database,
  regionCode: number,
  order: ListOrder,
  after: ListKey,
  parts: readonly SearchPart[],
): Promise<ScopeRows> {
  const found = await Promise.all(
    parts.map(({ text, values }) =>
      db.query<FoundRow>(text, [regionCode, after.at, after.applicationId, ...values]),
    ),
  )
  const sign = order === BY_DUE ? 1 : -1
  const before = (a: FoundRow, b: FoundRow) => compareKeys(keyOf(a), keyOf(b)) * sign
  const all = found.flat().toSorted(before)
  const edge = all.find((row) => row.edge)
  const upTo = edge === undefined ? all : all.filter((row) => before(row, edge) <= 0)
  const matched = upTo.filter((row) => row.matched)
  return {
    rows: matched.filter((row, index) => row.application_id !== matched[index - 1]?.application_id),
    edge: edge === undefined ? null : keyOf(edge),
    isFull: all.some(({ full }) => full === true),
  }
}

export function keyOf(row: FoundRow): ListKey {
  return { at: row.at, applicationId: row.application_id }
}

/** 'infinity' sorts after every day, as in the database: digits come before letters. */
function compareKeys(a: ListKey, b: ListKey): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  if (a.applicationId === b.applicationId) return 0
  return a.applicationId < b.applicationId ? -1 : 1
}
