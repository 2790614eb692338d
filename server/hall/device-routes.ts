import type { FastifyInstance } from 'fastify'
import {
  createHallDevice,
  hallDeviceHeartbeat,
  listHallDevices,
  pairHallDevice,
  removeHallDevice,
} from '../../contract/hall-devices.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { createCodeLock } from '../http/code-lock.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import {
  createDevice,
  deviceView,
  heardOfDevice,
  listDevices,
  pairDevice,
  removeDevice,
} from './devices.ts'

const LOCK_MINUTES = 15
const LOCK = createCodeLock({
  purpose: 'hall-device',
  minutes: LOCK_MINUTES,
  most: { address: 10 },
})
/** Lines of health that a device may tell. */
const MOST_HEALTH = 20

export const unknownDevice = () =>
  refuse('device-unknown', '这台设备没有配对或者已经注销，请联系大厅管理员重新配对。')

/** Screens, kiosks and evaluators: registered by the manager, paired by a code, known by a token from then on. */
export function deviceRoutes(server: FastifyInstance, http: HttpContext): void {
  const { regionCode } = http
  const now = () => Date.parse(http.clock(regionCode))

  registerOperation(server, http, listHallDevices, async ({ session }) => {
    const rows = await listDevices(http.db, session.regionCode)
    return { ok: true, value: { devices: rows.map((row) => deviceView(row, now())) } }
  })
  registerOperation(server, http, createHallDevice, async ({ session, body }) => {
    const { kind, windowId } = body
    if (windowId === null && (kind === 'window-screen' || kind === 'evaluator'))
      return refuse('window-required', '窗口屏和评价器须选择所在窗口。', {
        fields: [{ field: 'windowId', message: '请选择窗口' }],
      })
    const { accountId } = session.actor
    const created = await createDevice(http, session.regionCode, body, accountId)
    if (created === undefined)
      return refuse('device-paired', '这台设备已经配对；要换设备，请先注销再登记。')
    const { row, pairingCode } = created
    return { ok: true, value: { device: deviceView(row, now()), pairingCode } }
  })
  registerOperation(server, http, removeHallDevice, async ({ session, params }) =>
    (await removeDevice(http, session.regionCode, params.deviceId))
      ? { ok: true, value: {} }
      : refuse('not-found', '没有这台设备，请刷新列表。'),
  )
  registerOperation(server, http, pairHallDevice, async ({ body, request }) => {
    const keys = [{ kind: 'address', value: request.ip }] as const
    const at = new Date().toISOString() as Instant
    if ((await LOCK.find(http.db, regionCode, keys, at)) !== undefined)
      return refuse('code-locked', '配对码多次不对，请 15 分钟后再试。', {
        retryAfterSeconds: LOCK_MINUTES * 60,
      })
    const paired = await pairDevice(http, regionCode, body.code)
    if (paired === undefined) {
      await LOCK.count(http.db, regionCode, keys, at)
      return refuse('code-wrong', '配对码不对、已经用过或者过期，请在大厅管理页重新生成。')
    }
    await LOCK.forget(http.db, regionCode, keys)
    const { row, token } = paired
    return { ok: true, value: { device: deviceView(row, now()), token } }
  })
  registerOperation(server, http, hallDeviceHeartbeat, async ({ body, request }) => {
    if (Object.keys(body.health).length > MOST_HEALTH)
      return refuse('too-large', '设备状态最多 20 项。')
    const row = await heardOfDevice(http, regionCode, request, body.health)
    if (row === undefined) return unknownDevice()
    const serverTime = http.clock(regionCode)
    return { ok: true, value: { device: deviceView(row, now()), serverTime } }
  })
}
