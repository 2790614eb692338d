import { forbidden, happened } from '../../shared/outcome.ts'
import { partOf, type Act } from '../act.ts'
import { refuseBroken } from '../review/check-commitment.ts'

/** Tells the applicant that the result lies ready (seed notice, part three (2) 5). */
export const notifyPickup: Act<'NotifyPickup'> = {
  decide: ({ by, at }) => happened({ type: 'ReadyForPickup', by, at }),
}

/** Issue (出件): the delivery receipt is made; by courier the issuance clock stops with the posting, Art 44. */
export const issueResult: Act<'IssueResult'> = {
  // A refusal is handed out all the same: nothing was licensed on the commitment.
  guard: (application) => (application.status === 'refused' ? null : refuseBroken(application)),
  decide: ({ by, at, way, tracking }) => happened({ type: 'ResultIssued', by, at, way, tracking }),
}

/**
 * Delivery (送达) needs proof: the signed receipt, the courier's, or a receipt signed at the locker that opened for the
 * applicant. A courier's return reopens issuing.
 */
export const confirmDelivery: Act<'ConfirmDelivery'> = {
  decide: ({ by, at, proof, returned, signature }, application, { facts }) => {
    const { by: way } = partOf(application, 'issuance')
    if (returned)
      return way === 'courier'
        ? happened({ type: 'CourierReturned', by, at })
        : forbidden({
            code: 'action-not-allowed',
            action: 'ConfirmDelivery',
            status: application.status,
          })
    if (proof === null || (way === 'pickup' && proof === 'courier'))
      return forbidden({ code: 'no-proof-of-delivery' })
    const hash = signature === null ? null : facts.sm3(signature)
    if (proof !== 'locker')
      return by.role === 'applicant'
        ? forbidden({ code: 'not-permitted' })
        : happened({ type: 'ResultDelivered', by, at, proof, signature: hash })
    const locker = facts.lockerCollection
    // Released against a signature here as at the window (seed notice, part three (2) 5).
    return way === 'pickup' && locker !== undefined && hash !== null
      ? happened({ type: 'ResultDelivered', by, at, proof, signature: hash, locker })
      : forbidden({ code: 'no-proof-of-delivery' })
  },
}

/** Archive (归档): the department that reviewed answers for it (谁审核、谁负责). */
export const archiveApplication: Act<'ArchiveApplication'> = {
  decide: ({ by, at }) => happened({ type: 'ApplicationArchived', by, at }),
}
