import { happened } from '../../shared/outcome.ts'
import type { Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import type { Violation } from '../violations.ts'
import { refuseUntrained } from './window-training.ts'

/** Acceptance (受理): Art 32 (1)(5). The decision clock starts the day the window accepts. */
export const acceptApplication: Act<'AcceptApplication'> = {
  guard: (application, situation) =>
    refuseUntrained(application, situation) ??
    refuseIncomplete(application) ??
    refuseUnchecked(application),
  decide: ({ by, at }) => happened({ type: 'ApplicationAccepted', by, at }),
}

/** Once all that was asked is in, what nobody asked for no longer stands in the way: it must be accepted. */
function refuseIncomplete({
  materials,
  correction,
  correctedOn,
}: LodgedApplication): Violation | null {
  const lacking = Object.entries(materials)
    .filter(([, state]) => state !== 'held')
    .map(([number]) => Number(number))
    .filter((number) => correctedOn === null || correction?.asked.includes(number))
  return lacking.length > 0 ? { code: 'materials-incomplete', materials: lacking } : null
}

function refuseUnchecked({ checks }: LodgedApplication): Violation | null {
  return checks === null || Object.values(checks).every(Boolean)
    ? null
    : { code: 'checks-not-passed' }
}
