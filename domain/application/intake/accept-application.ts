import { forbidden, happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import type { Violation } from '../violations.ts'
import { refuseUntrained } from './window-training.ts'

/** Acceptance (受理): Art 32 (1)(5). The decision clock starts the day the window accepts. */
export const acceptApplication: Act<'AcceptApplication'> = {
  guard: (application, situation) =>
    refuseUntrained(application, situation) ?? refuseIncomplete(application),
  decide: ({ by, at }, application) => {
    if (application.checks !== null && !Object.values(application.checks).every(Boolean))
      return forbidden({ code: 'checks-not-passed' })
    return happened({ type: 'ApplicationAccepted', by, at })
  },
}

function refuseIncomplete(application: LodgedApplication): Violation | null {
  const lacking = Object.entries(application.materials)
    .filter(([, state]) => state !== 'held')
    .map(([number]) => Number(number))
  return lacking.length > 0 ? { code: 'materials-incomplete', materials: lacking } : null
}
