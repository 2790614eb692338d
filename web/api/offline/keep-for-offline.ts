import { uuidv7 } from 'uuidv7'
import { hallBoard } from '../../../contract/hall.ts'
import type { Me } from '../../../contract/session.ts'
import { issueOfflineKey, reserveReceipts } from '../../../contract/offline.ts'
import { QUEUE_CODES, type QueueCode } from '../../../domain/queue/ticket.ts'
import { call } from '../call.ts'
import { keepKeys, keepPerson } from './kept-keys.ts'
import { keepRanges, spentRanges } from './kept-ranges.ts'
import { hearServer } from './learned-clock.ts'
import { becomeAnother, isElsewhere, withMachineTurn } from './machine-turn.ts'
import type { SteadyClock } from './steady-clock.ts'
import { put, readOne } from './offline-database.ts'

const DEVICE = 'device'
const WINDOWS = 'windows'

/** Which windows serve a queue, as the hall's board had it last: each calls its own numbers while nobody hears the others. */
export type QueueWindows = Readonly<Partial<Record<QueueCode, readonly number[]>>>

export async function queueWindows(db: IDBDatabase): Promise<QueueWindows> {
  return (await readOne<QueueWindows>(db, 'settings', WINDOWS)) ?? {}
}

async function keepWindows(db: IDBDatabase): Promise<void> {
  const { windows } = await call(hallBoard)
  const serving = (queue: QueueCode) =>
    windows
      .filter(({ queues, state }) => queues.includes(queue) && state !== 'closed')
      .map(({ windowId }) => windowId)
  const kept: QueueWindows = Object.fromEntries(QUEUE_CODES.map((code) => [code, serving(code)]))
  await put(db, 'settings', kept, WINDOWS)
}

/** This browser on this machine: made once. */
export async function deviceIdOf(db: IDBDatabase, newId: () => string): Promise<string> {
  const known = await readOne<string>(db, 'settings', DEVICE)
  if (known !== undefined) return known
  const made = newId()
  await put(db, 'settings', made, DEVICE)
  return made
}

/** While the server can be reached: the clerk's key, numbers for today and the next working day, its time, who it is. */
export async function keepForOffline(db: IDBDatabase, me: Me, clock: SteadyClock): Promise<void> {
  const { keys } = await call(issueOfflineKey, { body: {} })
  await keepKeys(db, me.accountId, keys)
  await keepPerson(db, me.accountId, me)
  const { serverNow, ranges } = await reserved(db, uuidv7)
  await hearServer(db, clock, serverNow)
  await keepRanges(db, 'receipt', ranges, me.today)
  await keepWindows(db)
}

/** A copy of another machine becomes one of its own, with numbers of its own. */
async function reserved(db: IDBDatabase, newId: () => string) {
  const ask = async () => {
    const deviceId = await deviceIdOf(db, newId)
    return await withMachineTurn(db, deviceId, async (machine) => {
      const spent = [...(await spentRanges(db, 'receipt'))]
      return await call(reserveReceipts, { body: { deviceId, spent, machine } })
    })
  }
  try {
    return await ask()
  } catch (error) {
    if (!isElsewhere(error)) throw error
    await becomeAnother(db, 'receipt', newId())
    return await ask()
  }
}
