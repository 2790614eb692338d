import { stillAwaited } from '../../bundle/awaited-result.ts'
import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import type { Situation } from '../facts.ts'
import { refuseOwed } from '../intake/tolerance.ts'
import { refuseBroken } from '../review/check-commitment.ts'
import { openPauseOf } from '../review/special-procedure.ts'
import type { Violation } from '../violations.ts'

/** Characters a refusal's reasons need at least: facts, article, conclusion (domain rules §4). */
const LEAST_REASON = 20

/** Decision (决定), Art 38: never while a hearing or the like is still running, nor before every opinion is in. A late one stands all the same. */
export const decideApplication: Act<'DecideApplication'> = {
  guard: (application, situation) => {
    if (openPauseOf(application) !== null)
      return { code: 'action-not-allowed', action: 'DecideApplication', status: application.status }
    return refuseMissingOpinions(application, situation)
  },
  decide: ({ by, at, outcome, reason }, application, situation) => {
    if (outcome === 'grant') {
      const owed =
        refuseOwed(application) ??
        refuseBroken(application) ??
        refuseAwaited(application, situation)
      return owed === null ? happened({ type: 'LicenceGranted', by, at, reason }) : forbidden(owed)
    }
    if (Array.from(reason.trim()).length < LEAST_REASON)
      return forbidden({ code: 'reason-too-short', least: LEAST_REASON })
    return happened({ type: 'LicenceRefused', by, at, reason })
  },
}

/** One part of a bundle (一件事) needs the result of another first; its own clock runs on. */
function refuseAwaited(application: LodgedApplication, { facts }: Situation): Violation | null {
  const awaited = stillAwaited(application, facts.awaitedResults)
  return awaited.length > 0
    ? { code: 'bundle-result-missing', items: awaited.map(({ name }) => name) }
    : null
}

function refuseMissingOpinions(
  application: LodgedApplication,
  { facts }: Situation,
): Violation | null {
  const missing = [application.departmentId, ...application.partnerIds].filter(
    (id) => !application.opinions.some((opinion) => opinion.departmentId === id),
  )
  return missing.length > 0
    ? { code: 'opinions-missing', departments: missing.map((id) => facts.departmentName(id)) }
    : null
}
