import { uuidv7 } from 'uuidv7'
import { getHallConfiguration } from '../../contract/hall-configuration.ts'
import { createHallDevice, pairHallDevice } from '../../contract/hall-devices.ts'
import { hallBoard } from '../../contract/hall.ts'
import { demonstrationCast, signIn } from '../../contract/session.ts'
import type { HallClient, Sent } from './hall-client.ts'

/** Thrown with a sentence for whoever started the program. */
export class DayStopped extends Error {
  override readonly name = 'DayStopped'
}

export function valueOf<Value>(sent: Sent<Value>, what: string): Value {
  if (sent.ok) return sent.value
  throw new DayStopped(`${what}：${sent.detail || sent.code}（${sent.code}）`)
}

/** Cookies of the demonstration's people, each signed in once. */
export function createEntrance(client: HallClient) {
  const cookies = new Map<string, string>()
  let password: string | null = null
  return async (username: string): Promise<string> => {
    const known = cookies.get(username)
    if (known !== undefined) return known
    password ??= valueOf(await client.send({}, demonstrationCast), '演示人员').password
    if (password === null) throw new DayStopped('这不是演示环境：只能在演示环境里播放演示日。')
    const sent = await client.send({}, signIn, { body: { username, password } })
    valueOf(sent, `${username} 登录`)
    const cookie = sent.ok ? sent.cookie : undefined
    if (cookie === undefined) throw new DayStopped(`${username} 没有登录成功。`)
    cookies.set(username, cookie)
    return cookie
  }
}
export type Entrance = ReturnType<typeof createEntrance>

export const MANAGER = 'dating'

/** The devices of the hall that people touch, paired as its manager pairs them. */
export type HallPlaces = {
  readonly kiosk: string
  /** Token of the evaluator, by window. */
  readonly evaluators: ReadonlyMap<number, string>
  readonly windows: readonly number[]
}

export async function openPlaces(client: HallClient, enter: Entrance): Promise<HallPlaces> {
  const cookie = await enter(MANAGER)
  const { configuration } = valueOf(await client.send({ cookie }, getHallConfiguration), '大厅设置')
  const pair = async (kind: 'kiosk' | 'evaluator', name: string, windowId: number | null) => {
    const body = { deviceId: uuidv7(), kind, name, windowId }
    const made = valueOf(await client.send({ cookie }, createHallDevice, { body }), name)
    const paired = await client.send({}, pairHallDevice, { body: { code: made.pairingCode } })
    return valueOf(paired, name).token
  }
  const windows = configuration.windows.map(({ windowId }) => windowId)
  const evaluators = new Map<number, string>()
  for (const windowId of windows)
    evaluators.set(windowId, await pair('evaluator', `演示日评价器 ${windowId}`, windowId))
  const kiosk = await pair('kiosk', '演示日自助机', null)
  return { kiosk, evaluators, windows }
}

/** Queues that some window serves, in the hall's order. */
export async function queuesServed(client: HallClient) {
  const board = valueOf(await client.send({}, hallBoard), '大厅现场')
  const served = new Set(board.windows.flatMap(({ queues }) => queues))
  return board.queues.filter(({ queue }) => served.has(queue)).map(({ queue }) => queue)
}
