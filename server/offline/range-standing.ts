import type { z } from 'zod'
import type { RangeStanding } from '../../contract/offline-ranges.ts'
import { numberIn, stateOfRange, voidedOf } from '../../domain/offline/reserved-range.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import type { Session } from '../http/session.ts'
import { loadRange, RANGE_COLUMNS, type RangeRow } from './range-row.ts'

const OF_DAY = `
  select ${RANGE_COLUMNS} from offline_range where region_code = $1 and day = $2 order by kind, prefix, first limit 500`
// Claimed and then not received is not used: it is on a paper, and void.
const USED = `
  select n.range_id as "rangeId", n.number from offline_number n
    left join offline_entry e on e.region_code = $1 and e.entry_id = n.entry_id
   where n.region_code = $1 and n.range_id = any ($2::uuid[])
     and (e.state is null or (e.state <> 'discarded' and (e.number is null or e.number = n.number)))
   order by n.number`
const RETURN = `
  update offline_range set returned_at = $3, returned_by = $4, return_reason = $5
   where region_code = $1 and range_id = $2 and returned_at is null`

type Standing = z.input<typeof RangeStanding>

/** The ranges of a day with what was used and what is void: a voided number stays visible (domain rules §8). */
export async function rangesOfDay(
  db: Database,
  regionCode: number,
  day: LocalDate,
  today: LocalDate,
): Promise<Standing[]> {
  return await standings(db, regionCode, await db.query<RangeRow>(OF_DAY, [regionCode, day]), today)
}

/** Undefined: there is no such range. Returned again it is as it was. */
export async function returnRange(
  db: Database,
  { regionCode, actor }: Session,
  rangeId: string,
  reason: string,
  moment: { readonly now: string; readonly today: LocalDate },
): Promise<Standing | undefined> {
  await db.query(RETURN, [regionCode, rangeId, moment.now, actor.name, reason])
  const row = await loadRange(db, regionCode, rangeId)
  if (row === undefined) return undefined
  const [standing] = await standings(db, regionCode, [row], moment.today)
  return standing
}

export async function standings(
  db: Database,
  regionCode: number,
  rows: readonly RangeRow[],
  today: LocalDate,
): Promise<Standing[]> {
  const ids = rows.map(({ rangeId }) => rangeId)
  const used = await db.query<{ rangeId: string; number: string }>(USED, [regionCode, ids])
  return rows.map((row) => {
    const { rangeId, kind, day, deviceId, holder, first, last, issuedAt, handedBy } = row
    const { returnedAt, returnedBy, returnReason } = row
    const own = used.filter((one) => one.rangeId === rangeId).map(({ number }) => number)
    const state = stateOfRange(row, returnedAt !== null, today)
    return {
      rangeId,
      kind,
      day,
      deviceId,
      holder,
      firstNumber: numberIn(row, first),
      lastNumber: numberIn(row, last),
      count: last - first + 1,
      issuedAt,
      handedBy,
      returnedAt,
      returnedBy,
      returnReason,
      state,
      used: own,
      voided: [...voidedOf(row, state, new Set(own))],
    }
  })
}
