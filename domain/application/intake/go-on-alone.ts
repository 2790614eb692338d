import { stillAwaited } from '../../bundle/awaited-result.ts'
import { refusalToGoOnAlone, releasedBy } from '../../bundle/go-on-alone.ts'
import { happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'

/** A part of a bundle lets go of one that ended without a grant: the applicant's choice, beside withdrawing. */
export const goOnAlone: Act<'GoOnAlone'> = {
  guard: (application, { facts }) =>
    refusalToGoOnAlone(stillAwaited(application, facts.awaitedResults)),
  decide: ({ by, at, reason }, application, { facts }) => {
    const of = releasedBy(stillAwaited(application, facts.awaitedResults))
    return happened({ type: 'WentOnAlone', by, at, of, reason })
  },
}
