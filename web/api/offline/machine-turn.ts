import { uuidv7 } from 'uuidv7'
import type { MachineTurn } from '../../../contract/offline.ts'
import { asApiProblem } from '../api-problem.ts'
import { answerOf, writing, written } from './offline-database.ts'

/** A kiosk and a window may stand in one browser: each has its own. */
const markOf = (deviceId: string) => `turn:${deviceId}`

/**
 * Asks for numbers with the mark that a copy of this machine does not have. The next mark is on the disk before it is sent, so
 * that an answer that is lost is asked for again as the same; one tab at a time, so that none overtakes another.
 */
export async function withMachineTurn<Answer>(
  db: IDBDatabase,
  deviceId: string,
  ask: (machine: MachineTurn) => Promise<Answer>,
): Promise<Answer> {
  return await navigator.locks.request('yichuang-machine-turn', async () => {
    const machine = await begun(db, deviceId)
    const answer = await ask(machine)
    await keep(db, deviceId, { turn: machine.next, next: null })
    return answer
  })
}

/** The server lends these numbers to another machine with the same storage. */
export function isElsewhere(error: unknown): boolean {
  return asApiProblem(error).code === 'offline-range-elsewhere'
}

type Kept = { readonly turn: string | null; readonly next: string | null }

async function begun(db: IDBDatabase, deviceId: string): Promise<MachineTurn> {
  const store = db.transaction('settings').objectStore('settings')
  const kept = (await answerOf(store.get(markOf(deviceId)))) as Kept | undefined
  const machine = { turn: kept?.turn ?? null, next: kept?.next ?? uuidv7() }
  await keep(db, deviceId, machine)
  return machine
}

async function keep(db: IDBDatabase, deviceId: string, kept: Kept): Promise<void> {
  const transaction = writing(db, ['settings'])
  transaction.objectStore('settings').put(kept, markOf(deviceId))
  await written(transaction)
}

/** Another machine from now on, where it may: its id and the numbers that it may not use are gone. What was written stays. */
export async function becomeAnother(
  db: IDBDatabase,
  kind: 'receipt' | 'ticket',
  deviceId?: string,
): Promise<void> {
  const ranges = (await answerOf(db.transaction('ranges').objectStore('ranges').getAll())) as {
    readonly rangeId: string
    readonly kind: string
  }[]
  const transaction = writing(db, ['settings', 'ranges'])
  if (deviceId !== undefined) transaction.objectStore('settings').put(deviceId, 'device')
  for (const range of ranges)
    if (range.kind === kind) transaction.objectStore('ranges').delete(range.rangeId)
  await written(transaction)
}
