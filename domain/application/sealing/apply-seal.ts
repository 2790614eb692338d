import { needsModeConfirmation, sealRoute } from '../../sealing/seal-route.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { happened } from '../../shared/outcome.ts'
import { partOf, type Act } from '../act.ts'
import type { LodgedApplication } from '../application.ts'
import type { Situation } from '../facts.ts'
import { refuseBroken } from '../review/check-commitment.ts'
import type { Violation } from '../violations.ts'

/** Sealing (盖章): by the Bureau on the department's letter; by the department itself where the seal is not unified (seed notice, part three (2) 4). */
export const applySeal: Act<'ApplySeal'> = {
  guard: (application, situation) => {
    const route = routeOf(situation)
    if (route === 'provincial')
      return { code: 'action-not-allowed', action: 'ApplySeal', status: application.status }
    const unready = route === 'bureau' ? (refuseLetter(application) ?? refuseMode(situation)) : null
    return unready ?? refuseBroken(application)
  },
  decide: ({ by, at }, application, situation) =>
    happened({
      type: 'SealApplied',
      by,
      at,
      route: routeOf(situation),
      certificateHash: partOf(application, 'certificate').hash,
    }),
}

/** What comes back from the province is handed out as it is: no letter, no seal of ours. */
export const receiveProvincialResult: Act<'ReceiveProvincialResult'> = {
  guard: (application, situation) =>
    routeOf(situation) === 'provincial'
      ? refuseBroken(application)
      : {
          code: 'action-not-allowed',
          action: 'ReceiveProvincialResult',
          status: application.status,
        },
  decide: ({ by, at, certificateNumber, until }) =>
    happened({
      type: 'ProvincialResultReceived',
      by,
      at,
      certificateNumber,
      until: until as LocalDate | null,
    }),
}

function refuseLetter({ letter, certificate }: LodgedApplication): Violation | null {
  if (letter === null || letter.returned !== null) return { code: 'letter-missing' }
  return letter.certificateHash === certificate?.hash ? null : { code: 'hash-mismatch' }
}

function refuseMode({ facts }: Situation): Violation | null {
  return needsModeConfirmation(facts.item, facts.confirmedSealMode)
    ? { code: 'seal-mode-unconfirmed' }
    : null
}

function routeOf({ facts, today }: Situation) {
  return sealRoute(facts.item, today, facts.confirmedSealMode)
}
