import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { forgetViews } from './stage.ts'
import type { Stage } from './stage.ts'

const NEXT_FALL =
  'select min(next_fall_at) as at from application where region_code = $1 and next_fall_at <= $2'

/**
 * Moves the scenario's clock forward. Whatever falls due on the way happens in order, each at its own hour: the clock
 * stops there first, as a server does that is awake at midnight.
 */
export async function moveClock(stage: Stage, until: Instant): Promise<void> {
  const { theatre, regionCode } = stage
  const { clocks } = theatre
  if (localDateOf(until) !== localDateOf(clocks.now(regionCode))) forgetViews(stage)
  for (;;) {
    const { rows } = await theatre.migrator.query<{ at: Date | null }>(NEXT_FALL, [
      regionCode,
      until,
    ])
    const at = rows[0]?.at ?? null
    if (at === null) break
    const hour = at.toISOString() as Instant
    const now = clocks.now(regionCode)
    clocks.set(regionCode, hour > now ? hour : now)
    await theatre.applyLawUntil(regionCode, clocks.now(regionCode))
    forgetViews(stage)
  }
  clocks.set(regionCode, until)
}
