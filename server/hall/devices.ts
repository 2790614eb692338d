import { createHash, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { HallDevice } from '../../contract/hall-devices.ts'
import { HALL_DEVICE_HEADER } from '../../contract/tickets.ts'
import type { Database } from '../database/connect.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { HttpContext } from '../http/http-context.ts'

/** Minutes that a pairing code is good. */
const PAIR_MINUTES = 60
/** Milliseconds since its last word after which a device counts as away. */
const ONLINE_MS = 120_000
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const KIND_NAME = {
  screen: '大厅屏',
  'window-screen': '窗口屏',
  kiosk: '自助机',
  evaluator: '评价器',
} as const satisfies Record<HallDevice['kind'], string>

export type DeviceRow = {
  readonly deviceId: string
  readonly kind: HallDevice['kind']
  readonly name: string
  readonly windowId: number | null
  readonly paired: boolean
  readonly pairUntil: Instant | null
  readonly lastSeenAt: Instant | null
  readonly health: Readonly<Record<string, string>>
}

const COLUMNS = `device_id as "deviceId", kind, name, window_id as "windowId", token_hash is not null as paired, pair_until as "pairUntil",
  last_seen_at as "lastSeenAt", health`
const LIST = `select ${COLUMNS} from hall_device where region_code = $1 and removed_at is null order by kind, window_id, name, device_id limit 500`
const CREATE = `
  insert into hall_device as d (region_code, device_id, kind, name, window_id, pair_hash, pair_until, created_at, created_by, health)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}')
  on conflict (region_code, device_id) do update set pair_hash = excluded.pair_hash, pair_until = excluded.pair_until
    where d.token_hash is null and d.removed_at is null and d.kind = excluded.kind
  returning ${COLUMNS}`
const PAIR = `
  update hall_device set pair_hash = null, pair_until = null, token_hash = $3, last_seen_at = $4
   where region_code = $1 and pair_hash = $2 and pair_until > $4 and removed_at is null
  returning ${COLUMNS}`
const FIND = `select ${COLUMNS} from hall_device where region_code = $1 and token_hash = $2 and removed_at is null`
const BEAT = `
  update hall_device set last_seen_at = $3, health = $4 where region_code = $1 and token_hash = $2 and removed_at is null
  returning ${COLUMNS}`
const REMOVE = `
  update hall_device set removed_at = coalesce(removed_at, $3), token_hash = null, pair_hash = null
   where region_code = $1 and device_id = $2 returning device_id`

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

export function deviceView(row: DeviceRow, now: number): HallDevice {
  return {
    ...row,
    kindName: KIND_NAME[row.kind],
    online: row.lastSeenAt !== null && now - Date.parse(row.lastSeenAt) < ONLINE_MS,
    health: { ...row.health },
  }
}

export async function listDevices(db: Database, regionCode: number): Promise<DeviceRow[]> {
  return await db.query<DeviceRow>(LIST, [regionCode])
}

type NewDevice = Pick<DeviceRow, 'deviceId' | 'kind' | 'name' | 'windowId'>

/** The device and its code, eight characters without look-alikes; only a hash of it stays. Undefined: it is paired already. */
export async function createDevice(
  { db, clock }: HttpContext,
  regionCode: number,
  { deviceId, kind, name, windowId }: NewDevice,
  accountId: string,
): Promise<{ readonly row: DeviceRow; readonly pairingCode: string } | undefined> {
  // 32 letters divide 256: none is likelier than another.
  const letters = Array.from(randomBytes(8), (byte) => ALPHABET[byte % ALPHABET.length] ?? '2')
  const pairingCode = letters.join('')
  const at = clock(regionCode)
  const until = new Date(Date.parse(at) + PAIR_MINUTES * 60_000).toISOString()
  const [row] = await db.query<DeviceRow>(CREATE, [
    regionCode,
    deviceId,
    kind,
    name,
    windowId,
    hashOf(pairingCode),
    until,
    at,
    accountId,
  ])
  return row && { row, pairingCode }
}

/** The code is used up; the token opens from now on. Undefined: unknown, used or too old. */
export async function pairDevice(
  { db, clock }: HttpContext,
  regionCode: number,
  code: string,
): Promise<{ readonly row: DeviceRow; readonly token: string } | undefined> {
  const token = randomBytes(32).toString('base64url')
  const typed = code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  const values = [regionCode, hashOf(typed), hashOf(token), clock(regionCode)]
  const [row] = await db.query<DeviceRow>(PAIR, values)
  return row && { row, token }
}

function tokenOf({ headers }: FastifyRequest): string | null {
  const token = headers[HALL_DEVICE_HEADER]
  return typeof token === 'string' && /^[\w-]{43}$/.test(token) ? token : null
}

/** The device that the request's header names. */
export async function findDevice(
  { db }: Pick<HttpContext, 'db'>,
  regionCode: number,
  request: FastifyRequest,
): Promise<DeviceRow | undefined> {
  const token = tokenOf(request)
  if (token === null) return undefined
  const [row] = await db.query<DeviceRow>(FIND, [regionCode, hashOf(token)])
  return row
}

export async function heardOfDevice(
  { db, clock }: HttpContext,
  regionCode: number,
  request: FastifyRequest,
  health: Readonly<Record<string, string>>,
): Promise<DeviceRow | undefined> {
  const token = tokenOf(request)
  if (token === null) return undefined
  const values = [regionCode, hashOf(token), clock(regionCode), JSON.stringify(health)]
  const [row] = await db.query<DeviceRow>(BEAT, values)
  return row
}

/** Its token opens nothing any more. False: there is no such device. */
export async function removeDevice(
  { db, clock }: HttpContext,
  regionCode: number,
  deviceId: string,
): Promise<boolean> {
  return (await db.query(REMOVE, [regionCode, deviceId, clock(regionCode)])).length > 0
}
