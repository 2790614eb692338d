import { localDateOf } from '../../shared/local-date.ts'
import { happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import { nextFall } from './next-fall.ts'

/** What the statute itself does when its hour has come: the earliest thing due, and nothing later. */
export const applyLaw: Act<'ApplyLaw'> = {
  decide: ({ at, recordedAt }, application, situation) => {
    const fall = nextFall(application, situation.facts)
    if (fall === null || fall.at > at) return happened()
    return happened(
      ...fall.events(
        application,
        { ...situation, today: localDateOf(at) },
        localDateOf(recordedAt),
      ),
    )
  },
}
