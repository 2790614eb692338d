import { sealRoute } from '../../sealing/seal-route.ts'
import { forbidden, happened } from '../../shared/outcome.ts'
import { partOf, type Act } from '../act.ts'
import { LETTER_STATEMENTS } from '../application.ts'
import { refuseBroken } from '../review/check-commitment.ts'

/** The sealing letter (准予许可函): four statements, each made, and the hash of the certificate it vouches for. */
export const sendSealingLetter: Act<'SendSealingLetter'> = {
  guard: (application, { facts, today }) =>
    sealRoute(facts.item, today, facts.confirmedSealMode) === 'bureau'
      ? refuseBroken(application)
      : { code: 'action-not-allowed', action: 'SendSealingLetter', status: application.status },
  decide: ({ by, at, statements }, application) => {
    const missing = LETTER_STATEMENTS.filter((statement) => !statements.includes(statement))
    if (missing.length > 0) return forbidden({ code: 'letter-incomplete', missing })
    return happened({
      type: 'SealingLetterSent',
      by,
      at,
      certificateHash: partOf(application, 'certificate').hash,
      statements: LETTER_STATEMENTS,
    })
  },
}

/** The Bureau sends it back with a reason: a new letter follows, the issuance clock does not move. */
export const returnSealingLetter: Act<'ReturnSealingLetter'> = {
  decide: ({ by, at, reason }) => happened({ type: 'SealingLetterReturned', by, at, reason }),
}
