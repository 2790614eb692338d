import { DEPARTMENT_LISTS, WORKLISTS, type WorklistName } from '../../contract/applications.ts'
import type { Role } from '../../domain/shared/actor.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { ApplicationContext } from './application-context.ts'
import { pairsOf } from './search-pairs.ts'
import { worklistRow, type ListReader, type Row } from './worklist-row.ts'

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

/** $1 region, $2 department or null, $3 account, $4 identity, $5 today: every list binds the same five. */
const CONDITION: Readonly<Record<WorklistName, string>> = {
  'window-today': 'window_account = $3::uuid and received_on = $5::date',
  warning: `card = 'warning' and stage in ('to-review', 'to-decide') and ($2::text is null or department_id = $2)`,
  overdue: `card in ('yellow', 'red') and stage <> 'closed' and ($2::text is null or department_id = $2)`,
  'to-review': `stage = 'to-review' and ($2::text is null or waits_for @> array[$2])`,
  'to-follow-up': 'follow_up',
  mine: 'applicant_identity = $4',
  ...(Object.fromEntries(
    (['to-accept', 'awaiting-correction', 'to-issue', 'to-deliver', 'to-seal'] as const).map(
      (stage) => [stage, `stage = '${stage}'`],
    ),
  ) as Record<'to-accept' | 'awaiting-correction' | 'to-issue' | 'to-deliver' | 'to-seal', string>),
  ...(Object.fromEntries(
    (
      [
        'to-decide',
        'in-procedure',
        'to-certify',
        'returned',
        'to-letter',
        'to-archive',
        'department-seal',
        'provincial-result',
      ] as const
    ).map((stage) => [stage, `stage = '${stage}' and ($2::text is null or department_id = $2)`]),
  ) as Record<
    | 'to-decide'
    | 'in-procedure'
    | 'to-certify'
    | 'returned'
    | 'to-letter'
    | 'to-archive'
    | 'department-seal'
    | 'provincial-result',
    string
  >),
}

const COLUMNS = `application_id, number, version, status, item_id, department_id, due_on, due_kind, card, state`
const BOUND =
  '($2::text is null or true) and ($3::uuid is null or true) and ($4::text is null or true) and ($5::date is null or true)'
const MOST_COUNTED = 10_000

export type ListPage = {
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly size?: number | undefined
}

/** A page of a list, most urgent first; the next page begins after the last row's key, whatever came in meanwhile. */
export async function readWorklist(
  context: ApplicationContext,
  reader: ListReader,
  list: WorklistName,
  { q, cursor, size = 20 }: ListPage,
) {
  const [dueOn, applicationId] = cursorKey(cursor)
  const rows = await context.db.query<Row>(
    `select ${COLUMNS} from application
      where region_code = $1 and ${BOUND} and ${CONDITION[list]}
        and (coalesce(due_on, 'infinity'), application_id) > ($6::date, $7::uuid)
        and ($8::text is null or number like '%' || $8 or pairs @> $9::text[])
      order by coalesce(due_on, 'infinity'), application_id limit $10`,
    [
      ...bindings(context, reader),
      dueOn,
      applicationId,
      q ?? null,
      q === undefined ? [] : pairsOf(q),
      size + 1,
    ],
  )
  const [counted] = await countLists(context, reader, [list])
  return { ...page(context, reader, rows, size, list), count: counted?.count ?? 0 }
}

/** Found by a number's tail, by two adjacent characters of a name or item, or by initials. */
export async function searchApplications(
  context: ApplicationContext,
  reader: ListReader,
  { q = '', cursor, size = 20 }: ListPage,
) {
  const [dueOn, applicationId] = cursorKey(cursor)
  const rows = await context.db.query<Row>(
    `select ${COLUMNS} from application
      where region_code = $1 and (number like '%' || $2::text or (cardinality($3::text[]) > 0 and pairs @> $3))
        and (coalesce(due_on, 'infinity'), application_id) > ($4::date, $5::uuid)
      order by coalesce(due_on, 'infinity'), application_id limit $6`,
    [reader.regionCode, q.replaceAll(/[%_\\]/g, ''), pairsOf(q), dueOn, applicationId, size + 1],
  )
  return page(context, reader, rows, size, null)
}

export async function countLists(
  context: ApplicationContext,
  reader: ListReader,
  lists: readonly WorklistName[],
) {
  const values = bindings(context, reader)
  return await Promise.all(
    lists.map(async (list) => {
      const [row] = await context.db.query<{ n: number }>(
        `select count(*)::int as n from (select 1 from application where region_code = $1 and ${BOUND} and ${CONDITION[list]} limit ${MOST_COUNTED}) capped`,
        values,
      )
      return { list, name: WORKLISTS[list], count: row?.n ?? 0 }
    }),
  )
}

function bindings({ clock }: ApplicationContext, { regionCode, actor }: ListReader) {
  const department = actor.body === 'department' ? (actor.organisationId ?? '') : null
  return [
    regionCode,
    department,
    actor.accountId,
    actor.identity ?? null,
    localDateOf(clock(regionCode)),
  ]
}

function page(
  context: ApplicationContext,
  reader: ListReader,
  rows: readonly Row[],
  size: number,
  list: WorklistName | null,
) {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => worklistRow(context, reader, row, list)),
    next:
      rows.length > size && last !== undefined
        ? `${last.due_on ?? 'infinity'}~${last.application_id}`
        : null,
  }
}

function cursorKey(cursor: string | undefined): readonly [string, string] {
  const [, dueOn = '-infinity', id = '00000000-0000-0000-0000-000000000000'] =
    /^(infinity|\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  return [dueOn, id]
}
