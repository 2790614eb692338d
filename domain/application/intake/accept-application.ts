import { forbidden, happened } from '../../shared/outcome.ts'
import { guideOf, type Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import type { Situation } from '../facts.ts'
import type { Violation } from '../violations.ts'
import { refuseIntolerable, toleranceDue } from './tolerance.ts'
import { refuseUntrained } from './window-training.ts'

/**
 * Acceptance (受理): Art 32 (1)(5). The decision clock starts the day the window accepts. What the guide lets follow may be
 * missing when the applicant promises it (容缺受理).
 */
export const acceptApplication: Act<'AcceptApplication'> = {
  guard: (application, situation) =>
    refuseUntrained(application, situation) ??
    refuseIncomplete(application, situation) ??
    refuseUnchecked(application),
  decide: ({ by, at, tolerated = [] }, application, situation) => {
    const lacking = lackingOf(application)
    const missing = lacking.filter((number) => !tolerated.includes(number))
    if (missing.length > 0) return forbidden({ code: 'materials-incomplete', materials: missing })
    const extra = tolerated.filter((number) => !lacking.includes(number))
    if (extra.length > 0) return forbidden({ code: 'not-tolerable', materials: extra })
    if (lacking.length === 0) return happened({ type: 'ApplicationAccepted', by, at })
    const guide = guideOf(situation)
    const violation = refuseIntolerable(lacking, guide)
    if (violation !== null) return forbidden(violation)
    const dueOn = toleranceDue(lacking, guide, situation.facts.calendar, situation.today)
    const tolerance = { materials: lacking, dueOn }
    return happened({ type: 'ApplicationAccepted', by, at, tolerance })
  },
}

/** Once all that was asked is in, what nobody asked for no longer stands in the way: it must be accepted. */
function lackingOf({ materials, correction, correctedOn }: LodgedApplication): number[] {
  return Object.entries(materials)
    .filter(([, state]) => state === 'missing' || state === 'defective')
    .map(([number]) => Number(number))
    .filter((number) => correctedOn === null || correction?.asked.includes(number))
}

/** Not possible whatever the clerk ticks: something is lacking that no promise can stand for. */
function refuseIncomplete(application: LodgedApplication, situation: Situation): Violation | null {
  const lacking = lackingOf(application)
  if (lacking.length === 0) return null
  return refuseIntolerable(lacking, guideOf(situation)) === null
    ? null
    : { code: 'materials-incomplete', materials: lacking }
}

/** Completeness is what the applicant promises where a promise stands for it; the other checks have to pass. */
function refuseUnchecked(application: LodgedApplication): Violation | null {
  const { checks } = application
  if (checks === null) return null
  const { complete, elementsFilled, legalForm, withinJurisdiction } = checks
  const passed = elementsFilled && legalForm && withinJurisdiction
  return passed && (complete || lackingOf(application).length > 0)
    ? null
    : { code: 'checks-not-passed' }
}
