import type { Instant } from '../domain/shared/ids.ts'
import { ABA_REGION } from './aba-region.ts'
import { refreshRecent } from './application/refresh-recent.ts'
import type { ComposedServer } from './compose.ts'
import type { Database } from './database/connect.ts'
import { startDeadlineRunner } from './deadlines/run-deadlines.ts'
import { followReference } from './several-servers/follow-reference.ts'
import { publishDueRoots } from './trail/publish-daily-root.ts'
import type { TrailKey } from './trail/trail-key.ts'

const LAW_EVERY_MS = 1_000
const ROOTS_EVERY_MS = 60_000
const REFERENCE_EVERY_MS = 1_000
const SWITCH_EVERY_MS = 5_000
const SWEEP_EVERY_MS = 600_000
const CLOSE_EVERY_MS = 600_000
const BOOKINGS_EVERY_MS = 60_000

type Stop = () => Promise<unknown>

/** What happens without anybody asking: the law's hours, the trail's daily roots, versions of the list. Answers how to stop. */
export function startRunners(server: ComposedServer, db: Database, trailKey: TrailKey): Stop {
  const now = () => new Date().toISOString() as Instant
  const onError = reportFailure(server)
  const law = startDeadlineRunner(async () => await server.applyLawUntil(ABA_REGION, now()), {
    everyMs: LAW_EVERY_MS,
    onError,
  })
  const roots = startDeadlineRunner(
    async () => (await publishDueRoots(db, ABA_REGION, trailKey, now())).length,
    { everyMs: ROOTS_EVERY_MS, onError },
  )
  const versions = startDeadlineRunner(async () => await server.switchVersions(ABA_REGION), {
    everyMs: SWITCH_EVERY_MS,
    onError,
  })
  const drafts = startDeadlineRunner(async () => await server.sweepDrafts(ABA_REGION), {
    everyMs: SWEEP_EVERY_MS,
    onError,
  })
  const days = startDeadlineRunner(async () => await server.hall.closePastDays(ABA_REGION), {
    everyMs: CLOSE_EVERY_MS,
    onError,
  })
  // Another server, or a release, may have brought the holiday.
  const bookings = startDeadlineRunner(async () => await server.booking.closeBookings(ABA_REGION), {
    everyMs: BOOKINGS_EVERY_MS,
    onError,
  })
  const runners = [law, roots, versions, drafts, days, bookings]
  return async () => await Promise.all(runners.map(async (runner) => await runner.stop()))
}

/** Takes over what other servers of this database change. Answers how to stop. */
export async function followOthers(server: ComposedServer, db: Database): Promise<Stop> {
  const { applicationContext } = server
  const follower = await followReference(
    db,
    applicationContext.reference,
    async (since) => await refreshRecent(applicationContext, ABA_REGION, since),
  )
  const runner = startDeadlineRunner(
    async () => Number(await server.lookForForms()) + Number(await follower.look()),
    {
      everyMs: REFERENCE_EVERY_MS,
      onError: reportFailure(server),
    },
  )
  return () => runner.stop()
}

function reportFailure({ http }: ComposedServer): (error: unknown) => void {
  return (error) =>
    http.log.error(
      { code: (error as { code?: unknown }).code ?? 'unexpected' },
      'a runner failed and will try again',
    )
}
