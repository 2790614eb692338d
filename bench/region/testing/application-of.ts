import type { ApplicationContext } from '../../../server/application/application-context.ts'
import type { Database } from '../../../server/database/connect.ts'
import type { Instant } from '../../../domain/shared/ids.ts'
import { BENCH_REFERENCE } from '../bench-catalogue.ts'
import { BENCH_PORTAL } from '../play-life.ts'

/** The application capability on a made region, at its present. */
export function composeApplication(db: Database, now: Instant): ApplicationContext {
  return {
    db,
    reference: BENCH_REFERENCE,
    clock: () => now,
    portalUrl: BENCH_PORTAL,
    onCommit: () => undefined,
  }
}
