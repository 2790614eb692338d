import { scopeOf } from '../../domain/enquiry/enquiry-rules.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import type { Session } from '../http/session.ts'
import { COLUMNS, type EnquiryRow } from './enquiry-row.ts'

const PAGE = 50
// Three lists of one shape: a department's questions, the windows', the complaints. Null department: nobody's.
const OPEN = `
  select ${COLUMNS} from enquiry
   where region_code = $1 and kind = $2 and department_id is not distinct from $3 and state = 'open'
     and (due_on, enquiry_id) > ($4::date, $5::uuid)
   order by due_on, enquiry_id limit $6`
const CLOSED = `
  select ${COLUMNS} from enquiry
   where region_code = $1 and kind = $2 and department_id is not distinct from $3 and state <> 'open'
     and (asked_at, enquiry_id) < ($4::timestamptz, $5::uuid)
   order by asked_at desc, enquiry_id desc limit $6`
const COUNT = `
  select count(*)::int as open, count(*) filter (where due_on < $4)::int as overdue from enquiry
   where region_code = $1 and kind = $2 and department_id is not distinct from $3 and state = 'open'`

type ListQuery = {
  readonly state?: 'open' | 'closed' | undefined
  readonly cursor?: string | undefined
  readonly size?: number | undefined
}

/** What waits for this person's answer, the nearest limit first; or what was closed, the newest first. */
export async function readEnquiryList(
  db: Database,
  session: Session,
  { state = 'open', cursor, size = PAGE }: ListQuery,
  today: LocalDate,
) {
  const place = placeOf(session)
  const isOpen = state === 'open'
  const [rows, [counted]] = await Promise.all([
    db.query<EnquiryRow>(isOpen ? OPEN : CLOSED, [...place, ...startOf(cursor, isOpen), size + 1]),
    db.query<{ open: number; overdue: number }>(COUNT, [...place, today]),
  ])
  const last = rows.length > size ? rows[size - 1] : undefined
  const next = last === undefined ? null : `${isOpen ? last.dueOn : last.askedAt}~${last.enquiryId}`
  const { open, overdue } = counted ?? { open: 0, overdue: 0 }
  return { rows: rows.slice(0, size), next, open, overdue }
}

/** Region, kind and department of a person's lists. */
function placeOf({ regionCode, actor }: Session): readonly unknown[] {
  const scope = scopeOf(actor)
  if (scope === 'complaints') return [regionCode, 'complaint', null]
  return [regionCode, 'consultation', scope === 'department' ? (actor.organisationId ?? '') : null]
}

function startOf(cursor: string | undefined, isOpen: boolean): readonly string[] {
  const [, at, id] = /^([0-9TZ:.-]+)~([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  if (at !== undefined && id !== undefined) return [at, id]
  return isOpen ? ['-infinity', LOWEST] : ['infinity', HIGHEST]
}

const LOWEST = '00000000-0000-0000-0000-000000000000'
const HIGHEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
