import type { LodgedApplication } from '../application/application.ts'
import type { ApplicationEvent } from '../application/events.ts'
import { assertNever } from '../shared/outcome.ts'
import { acceptanceNotice, deemedAcceptanceNotice } from './acceptance-notice.ts'
import { commitmentLetter, tolerancePromise } from './applicants-promises.ts'
import { correctionNotice } from './correction-notice.ts'
import { deliveryReceipt } from './delivery-receipt.ts'
import { extensionNotice } from './extension-notice.ts'
import { deemedRenewalDecision, grantDecision } from './grant-decision.ts'
import { nonAcceptanceNotice } from './non-acceptance-notice.ts'
import type { NoticeContext } from './notice-context.ts'
import type { NoticeDocument } from './notice.ts'
import { pickupNotice } from './pickup-notice.ts'
import { procedureNotice } from './procedure-notice.ts'
import { receiptSlip } from './receipt-slip.ts'
import { refusalDecision } from './refusal-decision.ts'
import { revocationCopy } from './revocation-copy.ts'
import { sealingLetter } from './sealing-letter.ts'

/** The papers an event makes, from the state after it; numbers and query code are still tokens. */
export function noticesFor(
  event: ApplicationEvent,
  application: LodgedApplication,
  context: NoticeContext,
): readonly NoticeDocument[] {
  switch (event.type) {
    case 'ApplicationReceived':
      return [
        receiptSlip(event, application, context),
        ...commitmentLetter(event, application, context),
      ]
    case 'ApplicationAccepted':
      return [
        acceptanceNotice(event, application, context),
        ...tolerancePromise(event, application, context),
      ]
    case 'ApplicationDeemedAccepted':
      return [deemedAcceptanceNotice(event, application, context)]
    case 'ApplicationDeclined':
      return [nonAcceptanceNotice(event, application, context)]
    case 'CorrectionRequested':
      return [correctionNotice(event, application, context)]
    case 'ClockPaused':
      return [procedureNotice(event, application, context)]
    case 'DeadlineExtended':
      return [extensionNotice(event, application, context)]
    case 'LicenceGranted':
      return [grantDecision(event, application, context)]
    case 'LicenceDeemedRenewed':
      return [deemedRenewalDecision(event, application, context)]
    case 'LicenceRefused':
      return [refusalDecision(event, application, context)]
    case 'SealingLetterSent':
      return [sealingLetter(event, application, context)]
    case 'ReadyForPickup':
      return [pickupNotice(event, application, context)]
    case 'ResultIssued':
      return [deliveryReceipt(event, application, context)]
    case 'CertificateRevoked':
      return event.kind === 'penalty' ? [revocationCopy(event, application, context)] : []
    case 'ToleratedMaterialsSupplied':
    case 'MaterialsAssessed':
    case 'MaterialAttached':
    case 'ApplicantReminded':
    case 'CorrectionSupplied':
    case 'ApplicationLapsed':
    case 'ApplicationWithdrawn':
    case 'WentOnAlone':
    case 'ApplicationTerminated':
    case 'ReviewOpinionRecorded':
    case 'ClockResumed':
    case 'FeeSettled':
    case 'CertificateMade':
    case 'SealingLetterReturned':
    case 'SealApplied':
    case 'ProvincialResultReceived':
    case 'ResultDelivered':
    case 'CourierReturned':
    case 'ApplicationArchived':
    case 'ServiceRated':
    case 'RatingFollowedUp':
    case 'CardRaised':
    case 'CardExplained':
    case 'CardClosed':
    case 'CardExplanationRejected':
    case 'ToleranceReminded':
    case 'ToleranceLapsed':
    case 'ToleratedMaterialsRequested':
    case 'CommitmentChecked':
    case 'NoticeSigned':
    case 'DueDatesRecomputed':
      return []
    default:
      return assertNever(event)
  }
}
