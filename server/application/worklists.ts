import { DEPARTMENT_LISTS, WORKLISTS, type WorklistName } from '../../contract/applications.ts'
import type { Role } from '../../domain/shared/actor.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { ApplicationContext } from './application-context.ts'
import { BY_DUE, cursorAt, placeOfCursor } from './list-order.ts'
import {
  CUT_HINT,
  limitFor,
  LISTED,
  LISTED_OF_IDS,
  MOST_LOOKED,
  type FoundRow,
} from './listed-columns.ts'
import { matchOf, matchValues } from './match.ts'
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

const MOST_COUNTED = 10_000
const SHORT_HINT = '请至少输入两个字符。'

export type ListPage = {
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly size?: number | undefined
}

/** A page of a list, most urgent first, with the count of the whole list, in one statement. */
export async function readWorklist(
  context: ApplicationContext,
  reader: ListReader,
  list: WorklistName,
  { q, cursor, size = 20 }: ListPage,
) {
  const { after } = placeOfCursor(cursor, [BY_DUE]) ?? { after: BY_DUE.first }
  const from = [reader.regionCode, after.at, after.applicationId]
  const asked = q === undefined || q === '' ? null : searchTerm(q, context.reference.items)
  const term = asked ?? null
  const shape = term === null ? pageText : searchedPageText
  const { text, values } = bindReader(
    shape(conditionsOf(list, isDepartment(reader)), limitFor(size)),
    readerValues(context, reader),
    term === null ? from : [...from, ...matchValues(term)],
  )
  const found = await context.db.query<FoundRow & { counted: number }>(text, values)
  const [first] = found
  // No row, no count: an empty first page is an empty list.
  const isWhole = term === null && cursor === undefined
  const counted =
    first?.counted ?? (isWhole ? 0 : (await countLists(context, reader, [list]))[0]?.count) ?? 0
  return {
    ...pageOf(context, reader, found, size, list),
    count: counted,
    ...(asked === undefined && { hint: SHORT_HINT }),
  }
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

function countText(conditions: readonly string[]): string {
  const counts = conditions.map(
    (condition) =>
      `(select count(*) from (select from application where region_code = $1 and ${condition} limit ${MOST_COUNTED}) capped)`,
  )
  return counts.length === 1 ? counts.join('') : `least(${MOST_COUNTED}, ${counts.join(' + ')})`
}

function pageText(conditions: readonly string[], limit: number): string {
  return `select ${LISTED}, l.at::text as at, true as matched, false as edge, ${countText(conditions)}::int as counted
    from (${walk(conditions, 'application_id', limit)}) l ${LISTED_OF_IDS}
    order by l.at, l.application_id`
}

/** As many rows as are looked at, of which those that match and the last one. */
function searchedPageText(conditions: readonly string[], limit: number): string {
  const looked = walk(conditions, `application_id, (${matchOf(4)}) as matched`, MOST_LOOKED)
  return `select ${LISTED}, l.at::text as at, l.matched, l.place = ${MOST_LOOKED} as edge, ${countText(conditions)}::int as counted
    from (select * from (select *, row_number() over (order by at, application_id) as place from (${looked}) looked) placed
      where matched or place = ${MOST_LOOKED} order by at, application_id limit ${limit}) l ${LISTED_OF_IDS}
    order by l.at, l.application_id`
}

/** Each condition's rows in order from the cursor on, and of them together the first ones. */
function walk(conditions: readonly string[], columns: string, limit: number): string {
  const walks = conditions.map(
    (condition) => `select ${columns}, ${BY_DUE.key} as at from application
      where region_code = $1 and ${condition} and ${BY_DUE.after} order by ${BY_DUE.orderBy} limit ${limit}`,
  )
  return walks.length === 1
    ? walks.join('')
    : `select * from (${walks.map((one) => `(${one})`).join(' union all ')}) walked order by at, application_id limit ${limit}`
}

function pageOf(
  context: ApplicationContext,
  reader: ListReader,
  found: readonly FoundRow[],
  size: number,
  list: WorklistName,
) {
  const matched = found.filter((row) => row.matched)
  const shown = matched.slice(0, size)
  const edge = found.find((row) => row.edge)
  const end = matched.length > size ? shown.at(-1) : edge
  return {
    rows: shown.map((row) => worklistRow(context, reader, row, list)),
    next:
      end === undefined
        ? null
        : cursorAt(BY_DUE, { at: end.at, applicationId: end.application_id }),
    hint: end !== undefined && end === edge ? CUT_HINT : null,
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
