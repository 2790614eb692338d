import { hallBoard } from '../../../contract/hall.ts'
import type { Me } from '../../../contract/session.ts'
import { issueOfflineKey, reserveReceipts } from '../../../contract/offline.ts'
import { QUEUE_CODES, type QueueCode } from '../../../domain/queue/ticket.ts'
import { call } from '../call.ts'
import { keepKeys, keepPerson } from './kept-keys.ts'
import { keepRanges, spentRanges } from './kept-ranges.ts'
import { hearServer } from './learned-clock.ts'
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
export async function keepForOffline(
  db: IDBDatabase,
  me: Me,
  deviceId: string,
  clock: SteadyClock,
): Promise<void> {
  const { keys } = await call(issueOfflineKey, { body: {} })
  await keepKeys(db, me.accountId, keys)
  await keepPerson(db, me.accountId, me)
  const spent = [...(await spentRanges(db, 'receipt'))]
  const { serverNow, ranges } = await call(reserveReceipts, { body: { deviceId, spent } })
  await hearServer(db, clock, serverNow)
  await keepRanges(db, ranges, me.today)
  await keepWindows(db)
}
