import type { z } from 'zod'
import type { handOutRange as operation, RangeHolder } from '../../contract/offline-ranges.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { addDays } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import { loadRange } from './range-row.ts'
import { standings } from './range-standing.ts'
import { receiptSeries, reserve, ticketSeries } from './reserve-ranges.ts'

/** Calendar days after which a machine that asked for nothing is not offered any more. */
const KNOWN_DAYS = 30

const HOLDERS = `
  select distinct on (device_id, kind) device_id as "deviceId", kind, holder, account_id as "accountId", issued_at as "seenAt"
    from offline_range where region_code = $1 and day >= $2 order by device_id, kind, issued_at desc limit 500`
const COPIES = `
  select c.copy_id as "copyId", c.holder, c.refused, c.at, c.device_id as "deviceId" from offline_copy c
   where c.region_code = $1 and c.at >= $2 and c.at < $3 order by c.at desc limit 100`
const HANDED = 'update offline_range set handed_by = $3 where region_code = $1 and range_id = $2'

type HolderRow = RangeHolder & { readonly accountId: string | null }
export type CopyRow = {
  readonly copyId: string
  readonly holder: string
  readonly refused: string
  readonly at: Instant
  readonly deviceId: string
}

/** Machines that held numbers lately, by the name that they went by last. */
export async function holdersSince(
  db: Database,
  regionCode: number,
  today: LocalDate,
): Promise<HolderRow[]> {
  const rows = await db.query<HolderRow>(HOLDERS, [regionCode, addDays(today, -KNOWN_DAYS)])
  return rows.toSorted((a, b) => a.holder.localeCompare(b.holder, 'zh'))
}

/** Second machines that were refused between the two instants. */
export async function copiesBetween(
  db: Database,
  regionCode: number,
  from: Instant,
  until: Instant,
): Promise<CopyRow[]> {
  return await db.query<CopyRow>(COPIES, [regionCode, from, until])
}

type Wish = z.output<typeof operation.body>
type Moment = {
  readonly now: Instant
  readonly today: LocalDate
  readonly lastDay: LocalDate
  readonly region: string
}

/** The machine finds it among its own when it next hears the server. */
export async function handOut(
  db: Database,
  { regionCode, actor }: Session,
  { rangeId, deviceId, queue, day }: Wish,
  { now, today, lastDay, region }: Moment,
) {
  const answer = async () => {
    const row = await loadRange(db, regionCode, rangeId)
    const [standing] = row === undefined ? [] : await standings(db, regionCode, [row], today)
    return standing
  }
  const before = await answer()
  if (before !== undefined) return { ok: true as const, value: before }
  if (day < today || day > lastDay)
    return refuse('invalid-input', '号段只发给今天和下一个工作日，请另选日期。', {
      fields: [{ field: 'day', message: '请选今天或者下一个工作日' }],
    })
  const kind = queue === null ? 'receipt' : 'ticket'
  const known = (await holdersSince(db, regionCode, today)).find(
    (one) => one.deviceId === deviceId && one.kind === kind,
  )
  if (known === undefined)
    return refuse(
      'offline-device-unknown',
      '近 30 天没有这台设备的号段：请先在联网时打开它的综合窗口或者自助机首页。',
    )
  const { holder: name, accountId } = known
  const series =
    queue === null ? receiptSeries(region, day as LocalDate) : ticketSeries(queue, day as LocalDate)
  const last = await reserve(db, { regionCode, deviceId, name, accountId }, series, now, rangeId)
  if (last === null)
    return refuse('offline-range-exhausted', '这一天的离线号段已经发完，不能再增发。')
  await db.query(HANDED, [regionCode, rangeId, actor.name])
  const made = await answer()
  if (made === undefined) throw new Error('A range that was written is there')
  return { ok: true as const, value: made }
}
