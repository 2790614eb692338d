import { put, readOne } from './offline-database.ts'
import type { Learned, SteadyClock } from './steady-clock.ts'

const CLOCK = 'clock'

export async function learnedClock(db: IDBDatabase): Promise<Learned | null> {
  return (await readOne<Learned>(db, 'settings', CLOCK)) ?? null
}

/** The server said its time: kept for the next page of this device as well. */
export async function hearServer(
  db: IDBDatabase,
  clock: SteadyClock,
  serverMs: number,
): Promise<void> {
  await put(db, 'settings', clock.hear(serverMs), CLOCK)
}
