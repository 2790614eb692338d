import { addDays } from '../../shared/local-date.ts'
import { forbidden, happened } from '../../shared/outcome.ts'
import { partOf, guideOf, type Act } from '../act.ts'
import { refuseEndOfLapsed } from './tolerance.ts'

/** Only an item whose own law limits the time to correct can lapse, and only after that limit (domain rules §2). */
export const lapseApplication: Act<'LapseApplication'> = {
  guard: (application, situation) => {
    const limit = guideOf(situation).correctionLimitDays
    const over =
      limit !== null && situation.today > addDays(partOf(application, 'correction').askedOn, limit)
    return over ? null : { code: 'no-limit-to-correct' }
  },
  decide: ({ by, at, reason }) => happened({ type: 'ApplicationLapsed', by, at, reason }),
}

/** By the applicant, until the decision. */
export const withdrawApplication: Act<'WithdrawApplication'> = {
  decide: ({ by, at, reason }) => happened({ type: 'ApplicationWithdrawn', by, at, reason }),
}

/** The applicant died or was dissolved, or the subject is gone (Art 70 by analogy); or a promise of 容缺 lapsed, as the guide says. */
export const terminateApplication: Act<'TerminateApplication'> = {
  decide: ({ by, at, reason, ground }, application, situation) => {
    if (ground === undefined) return happened({ type: 'ApplicationTerminated', by, at, reason })
    const refused = refuseEndOfLapsed(application, guideOf(situation))
    return refused === null
      ? happened({ type: 'ApplicationTerminated', by, at, reason, ground })
      : forbidden(refused)
  },
}
