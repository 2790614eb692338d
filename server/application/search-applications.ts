import type { Role } from '../../domain/shared/actor.ts'
import type { ApplicationContext } from './application-context.ts'
import { BY_DUE, cursorAt, NEWEST_FIRST, placeOfCursor } from './list-order.ts'
import { CUT_HINT, FULL_HINT, limitFor, LISTED, type FoundRow } from './listed-columns.ts'
import type { NameFrequency } from './name-frequency.ts'
import { keyOf, readScope } from './read-scope.ts'
import { byIdentity, searchParts, type SearchPart, type SearchScope } from './search-parts.ts'
import { scannedCode, searchTerm, type ScannedCode } from './search-term.ts'
import { worklistRow, type ListReader } from './worklist-row.ts'
import type { ListPage } from './worklists.ts'

const SHORT_HINT = '请至少输入两个字符；按编号查请输入末四位以上。'
const PHASES = [BY_DUE, NEWEST_FIRST]

/** Who sees whole identities of every application may also look for one (domain rules §8). */
const BY_IDENTITY: readonly Role[] = ['window-clerk', 'accompanying-agent', 'seal-keeper']

const ONE = `select ${LISTED}, ''::text as at, true as matched, false as edge from application a where a.region_code = $1`
const BY_NUMBER = `${ONE} and a.number = $2`
const BY_CODE = `${ONE} and a.application_id = any(array(
  select application_id from notice where region_code = $1 and verify_code = $2
  union all select application_id from seal_record where region_code = $1 and verify_code = $2))`

type Found = {
  readonly rows: readonly FoundRow[]
  readonly next: string | null
  readonly hint: string | null
}
const NOTHING: Found = { rows: [], next: null, hint: null }

/** What is open by its limit, then what is closed, the newest first; the work of one answer is bounded, and it says so. */
export async function searchApplications(
  context: ApplicationContext,
  frequency: NameFrequency,
  reader: ListReader,
  page: ListPage,
) {
  const { rows, next, hint } = await find(context, frequency, reader, page)
  return { rows: rows.map((row) => worklistRow(context, reader, row, null)), next, hint }
}

async function find(
  context: ApplicationContext,
  frequency: NameFrequency,
  reader: ListReader,
  { q = '', cursor, size = 20 }: ListPage,
): Promise<Found> {
  const code = scannedCode(q)
  if (code !== undefined) {
    const found = await findScanned(context, reader, code, cursor, size)
    if (found !== undefined) return found
  }
  const term = searchTerm(q, context.reference.items)
  if (term === undefined) return { ...NOTHING, hint: SHORT_HINT }
  const rarePairs = await frequency.rarePairsOf(term)
  return await inPhases(context, reader, cursor, size, (scope) =>
    searchParts(term, rarePairs, scope),
  )
}

/** Undefined: it only looked like a code. */
async function findScanned(
  context: ApplicationContext,
  reader: ListReader,
  code: ScannedCode,
  cursor: string | undefined,
  size: number,
): Promise<Found | undefined> {
  if (code.kind === 'identity') {
    if (!BY_IDENTITY.includes(reader.actor.role)) return undefined
    return await inPhases(context, reader, cursor, size, (scope) => [
      byIdentity(code.identities, scope),
    ])
  }
  const rows = await context.db.query<FoundRow>(code.kind === 'number' ? BY_NUMBER : BY_CODE, [
    reader.regionCode,
    code.kind === 'number' ? code.number : code.code,
  ])
  return rows.length === 0 && code.kind === 'verify-code' ? undefined : { ...NOTHING, rows }
}

/** Fills a page from what is open, then from what is closed; stops where a part stopped looking. */
async function inPhases(
  { db }: ApplicationContext,
  { regionCode }: ListReader,
  cursor: string | undefined,
  size: number,
  partsOf: (scope: SearchScope) => readonly SearchPart[],
): Promise<Found> {
  const place = placeOfCursor(cursor, PHASES)
  const orders = PHASES.slice(place === undefined ? 0 : PHASES.indexOf(place.order))
  const rows: FoundRow[] = []
  let hint: string | null = null
  for (const order of orders) {
    const after = place?.order === order ? place.after : order.first
    const wanted = size - rows.length
    const conditions = [order === BY_DUE ? `stage <> 'closed'` : `stage = 'closed'`]
    const parts = partsOf({ order, limit: limitFor(wanted), conditions, isPhase: true })
    const phase = await readScope(db, regionCode, order, after, parts)
    rows.push(...phase.rows.slice(0, wanted))
    if (phase.isFull) hint = FULL_HINT
    if (phase.rows.length > wanted) {
      const last = rows.at(-1)
      // A page that is just full ends before the first of this phase.
      const end = wanted === 0 || last === undefined ? after : keyOf(last)
      return { rows, next: cursorAt(order, end), hint }
    }
    if (phase.edge !== null) return { rows, next: cursorAt(order, phase.edge), hint: CUT_HINT }
  }
  return { rows, next: null, hint }
}
