import {
  DEPARTMENT_LISTS,
  MOST_LISTED,
  WORKLISTS,
  type WorklistName,
} from '../../contract/applications.ts'
import type { Role } from '../../domain/shared/actor.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { ApplicationContext } from './application-context.ts'
import { BY_DUE, cursorAt, placeOfCursor, type ListKey } from './list-order.ts'
import { walk } from './list-walk.ts'
import {
  CUT_HINT,
  FULL_HINT,
  limitFor,
  LISTED,
  LISTED_OF_IDS,
  type FoundRow,
} from './listed-columns.ts'
import type { NameFrequency } from './name-frequency.ts'
import { keyOf, readScope, type ScopeRows } from './read-scope.ts'
import { searchParts } from './search-parts.ts'
import { searchTerm } from './search-term.ts'
import { bindReader, conditionsOf, type ReaderValues } from './worklist-conditions.ts'
import { worklistRow, type ListReader } from './worklist-row.ts'

const DEPARTMENT: readonly Role[] = ['reviewer', 'decider', 'department-head']
const WATCHED = ['warning', 'overdue', 'in-procedure'] as const

/** Which lists a post has, in the order of its tabs. */
export function listsOf(role: Role): readonly WorklistName[] {
  if (role === 'window-clerk')
    return [
      'to-accept',
      'awaiting-correction',
      'window-today',
      'to-issue',
      'to-deliver',
      'provincial-result',
    ]
  if (DEPARTMENT.includes(role)) return DEPARTMENT_LISTS
  if (role === 'seal-keeper') return ['to-seal']
  if (role === 'supervisor') return [...WATCHED, 'to-follow-up']
  if (role === 'government-head') return WATCHED
  return role === 'applicant' ? ['mine'] : []
}

const SHORT_HINT = '请至少输入两个字符。'

export type ListPage = {
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly size?: number | undefined
}

/** A page of a list, most urgent first, with the count of the whole list, in one statement. */
export async function readWorklist(
  context: ApplicationContext,
  frequency: NameFrequency,
  reader: ListReader,
  list: WorklistName,
  page: ListPage,
) {
  const { q = '', cursor, size = 20 } = page
  const after = placeOfCursor(cursor, [BY_DUE])?.after ?? BY_DUE.first
  const conditions = conditionsOf(list, isDepartment(reader))
  if (q !== '') return await searchWorklist(context, frequency, reader, list, { ...page, q, after })
  const { text, values } = bindReader(
    pageText(conditions, limitFor(size)),
    readerValues(context, reader),
    [reader.regionCode, after.at, after.applicationId],
  )
  const found = await context.db.query<FoundRow & { counted: number }>(text, values)
  return {
    ...pageOf(context, reader, list, { rows: found, edge: null, isFull: false }, size),
    // No row, no count: a page behind the last row asks for it, an empty first page is an empty list.
    count: found[0]?.counted ?? (cursor === undefined ? 0 : await countOf(context, reader, list)),
  }
}

/** Those of a list that match a term. */
async function searchWorklist(
  context: ApplicationContext,
  frequency: NameFrequency,
  reader: ListReader,
  list: WorklistName,
  { q, after, size = 20 }: ListPage & { readonly q: string; readonly after: ListKey },
) {
  const count = await countOf(context, reader, list)
  const term = searchTerm(q, context.reference.items)
  if (term === undefined) return { rows: [], next: null, count, hint: SHORT_HINT }
  const parts = searchParts(term, await frequency.rarePairsOf(term), {
    order: BY_DUE,
    limit: limitFor(size),
    conditions: conditionsOf(list, isDepartment(reader)),
    isPhase: false,
  })
  const start = [reader.regionCode, after.at, after.applicationId]
  const bound = parts.map((part) => {
    const { text, values } = bindReader(part.text, readerValues(context, reader), [
      ...start,
      ...part.values,
    ])
    return { text, values: values.slice(start.length) }
  })
  const found = await readScope(context.db, reader.regionCode, BY_DUE, after, bound)
  return { ...pageOf(context, reader, list, found, size), count }
}

async function countOf(
  context: ApplicationContext,
  reader: ListReader,
  list: WorklistName,
): Promise<number> {
  return (await countLists(context, reader, [list]))[0]?.count ?? 0
}

/** The size of every list, capped, in one statement. */
export async function countLists(
  context: ApplicationContext,
  reader: ListReader,
  lists: readonly WorklistName[],
) {
  if (lists.length === 0) return []
  const counts = lists.map((list) => countText(conditionsOf(list, isDepartment(reader))))
  const { text, values } = bindReader(
    `select array[${counts.join(', ')}]::int[] as counts`,
    readerValues(context, reader),
    [reader.regionCode],
  )
  const [row] = await context.db.query<{ counts: number[] }>(text, values)
  return lists.map((list, index) => ({
    list,
    name: WORKLISTS[list],
    count: row?.counts[index] ?? 0,
  }))
}

/** The lists of a post with all that waits in them, be it an application or not. */
export async function countAll(context: ApplicationContext, reader: ListReader, role: Role) {
  const counts = await countLists(context, reader, listsOf(role))
  const { countBeside } = context
  if (countBeside === undefined) return counts
  return await Promise.all(
    counts.map(async ({ list, name, count }) => ({
      list,
      name,
      count: Math.min(MOST_LISTED, count + (await countBeside(reader.regionCode, list))),
    })),
  )
}

function countText(conditions: readonly string[]): string {
  const counts = conditions.map(
    (condition) =>
      `(select count(*) from (select from application where region_code = $1 and ${condition} limit ${MOST_LISTED}) capped)`,
  )
  return counts.length === 1 ? counts.join('') : `least(${MOST_LISTED}, ${counts.join(' + ')})`
}

function pageText(conditions: readonly string[], limit: number): string {
  return `select ${LISTED}, l.at::text as at, true as matched, false as edge, ${countText(conditions)}::int as counted
    from (${walk(BY_DUE, conditions, 'application_id', limit)}) l ${LISTED_OF_IDS}
    order by l.at, l.application_id`
}

function pageOf(
  context: ApplicationContext,
  reader: ListReader,
  list: WorklistName,
  { rows, edge, isFull }: ScopeRows,
  size: number,
) {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  const end = rows.length > size && last !== undefined ? keyOf(last) : edge
  const cut = edge !== null && end === edge ? CUT_HINT : null
  return {
    rows: shown.map((row) => worklistRow(context, reader, row, list)),
    next: end === null ? null : cursorAt(BY_DUE, end),
    hint: isFull ? FULL_HINT : cut,
  }
}

function isDepartment({ actor }: ListReader): boolean {
  return actor.body === 'department'
}

function readerValues(
  { clock }: ApplicationContext,
  { regionCode, actor }: ListReader,
): ReaderValues {
  return {
    department: actor.organisationId ?? '',
    account: actor.accountId,
    identity: actor.identity ?? '',
    today: localDateOf(clock(regionCode)),
  }
}
