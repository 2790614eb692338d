import type { MachineTurn } from '../../contract/offline.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { newId } from '../event-log/chain.ts'
import type { Database } from '../database/connect.ts'
import { refuse } from '../http/refusal.ts'
import type { Holder } from './reserve-ranges.ts'

const TAKE = 'select take_offline_turn($1, $2, $3, $4, $5, $6) as outcome'
const VOID = `
  update offline_range set returned_at = $3, returned_by = $4, return_reason = $5
   where region_code = $1 and device_id = $2 and returned_at is null and day >= $6`
const COPY = `
  insert into offline_copy (region_code, copy_id, device_id, holder, refused, account_id, at)
  select $1, $2, $3, d.holder, $4, $5, $6 from offline_device d where d.region_code = $1 and d.device_id = $3`

type Outcome = 'new' | 'same' | 'next' | 'restarted' | 'copy'

const ELSEWHERE = refuse(
  'offline-range-elsewhere',
  '这台设备的离线号段正由另一台设备使用，多半是复制了浏览器配置或者整盘克隆：本机不能再用这些号段，请报告大厅管理员。',
)

/**
 * Whether the machine that asks is the one that holds the numbers. Two with the same storage cannot both go on: the second is
 * refused and written down. One that has lost its storage does not know what it used: its old numbers are void. Null: go on.
 */
export async function takeTurn(
  db: Database,
  holder: Holder,
  machine: MachineTurn | undefined,
  moment: { readonly now: Instant; readonly today: string },
): Promise<typeof ELSEWHERE | null> {
  // A page from before this was asked.
  if (machine === undefined) return null
  const { regionCode, deviceId, name, accountId } = holder
  const { turn, next } = machine
  const { now, today } = moment
  const values = [regionCode, deviceId, turn, next, name, now]
  const [row] = await db.query<{ outcome: Outcome }>(TAKE, values)
  if (row?.outcome === 'copy') {
    await db.query(COPY, [regionCode, newId(), deviceId, name, accountId, now])
    return ELSEWHERE
  }
  if (row?.outcome === 'restarted')
    await db.query(VOID, [regionCode, deviceId, now, name, '本机的离线数据已清除', today])
  return null
}
