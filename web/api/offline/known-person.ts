import type { Me } from '../../../contract/session.ts'
import type { Instant } from '../../../domain/shared/ids.ts'
import { localDateOf } from '../../../domain/shared/local-date.ts'
import { forgetKeys, keptPerson } from './kept-keys.ts'
import { learnedClock } from './learned-clock.ts'
import { openOfflineDatabase } from './offline-database.ts'

/** Who is signed on at this window, as kept for the time without a server; undefined: nobody, or the browser keeps nothing. */
export async function knownPerson(): Promise<Me | undefined> {
  try {
    const db = await openOfflineDatabase()
    const person = await keptPerson<Me>(db)
    if (person === undefined) return undefined
    const { aheadMs } = (await learnedClock(db)) ?? { aheadMs: 0 }
    const now = new Date(Date.now() + aheadMs).toISOString() as Instant
    return { ...person, today: localDateOf(now) }
  } catch {
    return undefined
  }
}

/** On signing out. */
export async function forgetPerson(): Promise<void> {
  try {
    await forgetKeys(await openOfflineDatabase())
  } catch {
    // Nothing was kept.
  }
}
