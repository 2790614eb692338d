import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseUnavailable, isRetryable } from './database-errors.ts'

const PATIENCE_MS = 12_000
const FIRST_PAUSE_MS = 25
const LONGEST_PAUSE_MS = 500

/**
 * Repeats work that failed because the database was away or two commands crossed. The work must be safe to
 * repeat: a command carries its command id, so a commit whose answer was lost is answered, not done again.
 * Throws DatabaseUnavailable after `patienceMs` milliseconds.
 */
export async function withRetry<Result>(
  work: () => Promise<Result>,
  { patienceMs = PATIENCE_MS }: { patienceMs?: number } = {},
): Promise<Result> {
  const started = performance.now()
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work()
    } catch (error) {
      if (!isRetryable(error)) throw error
      if (performance.now() - started + pause > patienceMs) throw new DatabaseUnavailable(error)
    }
    // Commands that crossed once should not meet again.
    await wait(pause * (0.5 + Math.random()))
  }
}
