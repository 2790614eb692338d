import { randomBytes } from 'node:crypto'
import {
  FIRST_OFFLINE_TICKET,
  LAST_OFFLINE_TICKET,
  MOST_RECEIPTS,
  RECEIPTS_A_RANGE,
  TICKETS_A_RANGE,
} from '../../domain/offline/reserved-range.ts'
import type { QueueCode } from '../../domain/queue/ticket.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { newId } from '../event-log/chain.ts'
import { RANGE_COLUMNS, type RangeRow } from './range-row.ts'

const HELD = `
  select ${RANGE_COLUMNS} from offline_range
   where region_code = $1 and device_id = $2 and day >= $3 and kind = $4 and returned_at is null order by day, prefix, first`
const RESERVE =
  'select reserve_offline_range($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as last'

/** Whose numbers they are. `accountId` null: a kiosk. */
export type Holder = {
  readonly regionCode: number
  readonly deviceId: string
  readonly name: string
  readonly accountId: string | null
}

/** A series that numbers are reserved of. */
export type Series = {
  readonly kind: RangeRow['kind']
  readonly day: LocalDate
  readonly prefix: string
  readonly digits: number
  /** The row of `counter` that gives its serials, one by one or by the range. */
  readonly counter: string
  /** Serials before its first. */
  readonly before: number
  readonly size: number
  readonly most: number
}

/** 收件: the day's own series of application numbers. */
export function receiptSeries(region: string, day: LocalDate): Series {
  return {
    kind: 'receipt',
    day,
    prefix: `${region}-${day.replaceAll('-', '')}-`,
    digits: 6,
    counter: 'application',
    before: 0,
    size: RECEIPTS_A_RANGE,
    most: MOST_RECEIPTS,
  }
}

/** 取号: a band of the queue's numbers that the server itself never gives. */
export function ticketSeries(queue: QueueCode, day: LocalDate): Series {
  return {
    kind: 'ticket',
    day,
    prefix: queue,
    digits: 3,
    counter: `ticket-offline:${queue}`,
    before: FIRST_OFFLINE_TICKET - 1,
    size: TICKETS_A_RANGE,
    most: LAST_OFFLINE_TICKET,
  }
}

/** A range of each series that this device may still use: the one it holds, or a new one. Answers all that it holds. */
export async function reserveRanges(
  db: Database,
  holder: Holder,
  wanted: readonly Series[],
  spent: readonly string[],
  now: Instant,
): Promise<{ readonly ranges: readonly RangeRow[]; readonly exhausted: boolean }> {
  const from = wanted.map(({ day }) => day).toSorted()[0]
  const kind = wanted[0]?.kind
  const values = [holder.regionCode, holder.deviceId, from, kind]
  const held = await db.query<RangeRow>(HELD, values)
  const lacking = wanted.filter(
    ({ day, prefix }) =>
      !held.some(
        (range) => range.day === day && range.prefix === prefix && !spent.includes(range.rangeId),
      ),
  )
  let exhausted = false
  for (const series of lacking)
    if ((await reserve(db, holder, series, now)) === null) exhausted = true
  const ranges = lacking.length === 0 ? held : await db.query<RangeRow>(HELD, values)
  return { ranges, exhausted }
}

/** The last serial; null: the day has no such numbers left. */
export async function reserve(
  db: Database,
  { regionCode, deviceId, name, accountId }: Holder,
  series: Series,
  now: Instant,
  rangeId: string = newId(),
): Promise<number | null> {
  const { kind, day, prefix, digits, counter, before, size, most } = series
  const [reserved] = await db.query<{ last: number | null }>(RESERVE, [
    regionCode,
    rangeId,
    kind,
    day,
    deviceId,
    name,
    prefix,
    digits,
    counter,
    before,
    size,
    most,
    randomBytes(32),
    accountId,
    now,
  ])
  return reserved?.last ?? null
}
