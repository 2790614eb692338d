import type { ComposedServer } from './compose.ts'
import { startDeadlineRunner } from './deadlines/run-deadlines.ts'

const LOOK_EVERY_MS = 1_000
const ASK_EVERY_MS = 10_000
const CLEAR_EVERY_MS = 3_600_000

/**
 * Makes messages of what is committed, sends them, asks what became of them, and clears old ones: a loop each, so that a slow gateway holds nobody's portal up. The
 * demonstration also tells what happened before it was opened. Answers how to stop.
 */
export async function startMessages(
  { citizens, http }: ComposedServer,
  fromStart: boolean,
): Promise<() => Promise<unknown>> {
  const onError = (error: unknown) =>
    http.log.error(
      { code: (error as { code?: unknown }).code ?? 'unexpected' },
      'messages wait and will be tried again',
    )
  const follower = await citizens.openFollower(fromStart)
  const settings = { everyMs: LOOK_EVERY_MS, onError }
  const follows = startDeadlineRunner(async () => await follower.look(), settings)
  const sends = startDeadlineRunner(async () => await citizens.sendDue(), settings)
  const asks = startDeadlineRunner(async () => await citizens.readReports(), {
    everyMs: ASK_EVERY_MS,
    onError,
  })
  const clears = startDeadlineRunner(async () => await citizens.clearOld(), {
    everyMs: CLEAR_EVERY_MS,
    onError,
  })
  const loops = [follows, sends, asks, clears]
  return async () => await Promise.all(loops.map(async (loop) => await loop.stop()))
}
