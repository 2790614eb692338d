import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'

/** Applies to one application what fell due by itself until then; false when there was nothing (any more). */
export type ApplyLawTo = (
  regionCode: number,
  applicationId: string,
  until: Instant,
) => Promise<boolean>

const DUE = `
  select application_id as "applicationId" from application
   where region_code = $1 and next_fall_at <= $2 order by next_fall_at, application_id limit 200`

/**
 * Brings a region up to a moment: deemed acceptance, cards and the rest, in the order of their hours. Derived from state,
 * so a server that was down at midnight catches up at its start, under the hour the law names.
 */
export async function applyLawUntil(
  db: Database,
  applyLawTo: ApplyLawTo,
  regionCode: number,
  until: Instant,
): Promise<number> {
  let applied = 0
  for (;;) {
    const due = await db.query<{ applicationId: string }>(DUE, [regionCode, until])
    if (due.length === 0) return applied
    for (const { applicationId } of due)
      if (await applyLawTo(regionCode, applicationId, until)) applied += 1
  }
}

export type DeadlineRunner = { readonly stop: () => Promise<void> }

/** Looks every so often whether an hour has come; two servers at once do no harm: the chain lets one of them write. */
export function startDeadlineRunner(
  run: () => Promise<number>,
  { everyMs, onError }: { everyMs: number; onError: (error: unknown) => void },
): DeadlineRunner {
  let stopped = false
  let running: Promise<unknown> = Promise.resolve()
  const look = () => {
    if (stopped) return
    running = run()
      .catch(onError)
      .finally(() => {
        timer = setTimeout(look, everyMs)
        timer.unref()
      })
  }
  let timer = setTimeout(look, 0)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
