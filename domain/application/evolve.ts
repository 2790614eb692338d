import { localDateOf } from '../shared/local-date.ts'
import { assertNever } from '../shared/outcome.ts'
import {
  NOT_LODGED,
  type Application,
  type ContactKind,
  type LodgedApplication,
} from './application.ts'
import type { ApplicationEvent, ApplicationReceived } from './events.ts'
import { evolveDecided } from './evolve-decided.ts'
import { evolveIntake } from './evolve-intake.ts'
import { evolvePromises } from './evolve-promises.ts'
import { evolveReview } from './evolve-review.ts'
import { evolveSupervision } from './evolve-supervision.ts'

/** Folds what happened into what is. It never refuses: history already happened. */
export function evolve(application: Application, event: ApplicationEvent): Application {
  if (event.type === 'ApplicationReceived') return lodged(event)
  if (application.status === 'not-lodged')
    throw new Error('A history begins with ApplicationReceived')
  return next({ ...application, movedAt: event.at }, event)
}

export function applicationFrom(history: readonly ApplicationEvent[]): Application {
  return history.reduce(evolve, NOT_LODGED)
}

function next(
  application: LodgedApplication,
  event: Exclude<ApplicationEvent, ApplicationReceived>,
): LodgedApplication {
  switch (event.type) {
    case 'MaterialsAssessed':
    case 'MaterialAttached':
    case 'ApplicationAccepted':
    case 'ApplicationDeemedAccepted':
    case 'ApplicationDeclined':
    case 'CorrectionRequested':
    case 'ApplicantReminded':
    case 'CorrectionSupplied':
    case 'ApplicationLapsed':
    case 'ApplicationWithdrawn':
    case 'WentOnAlone':
    case 'ApplicationTerminated':
      return evolveIntake(application, event)
    case 'ToleratedMaterialsSupplied':
    case 'ToleranceReminded':
    case 'ToleranceLapsed':
    case 'ToleratedMaterialsRequested':
    case 'CommitmentChecked':
      return evolvePromises(application, event)
    case 'ReviewOpinionRecorded':
    case 'ClockPaused':
    case 'ClockResumed':
    case 'DeadlineExtended':
    case 'FeeSettled':
    case 'LicenceGranted':
    case 'LicenceRefused':
    case 'LicenceDeemedRenewed':
      return evolveReview(application, event)
    case 'CertificateMade':
    case 'SealingLetterSent':
    case 'SealingLetterReturned':
    case 'SealApplied':
    case 'ProvincialResultReceived':
    case 'ReadyForPickup':
    case 'ResultIssued':
    case 'ResultDelivered':
    case 'CourierReturned':
    case 'ApplicationArchived':
    case 'CertificateRevoked':
      return evolveDecided(application, event)
    case 'ServiceRated':
    case 'RatingFollowedUp':
    case 'CardRaised':
    case 'CardExplained':
    case 'CardClosed':
    case 'CardExplanationRejected':
      return evolveSupervision(application, event)
    case 'NoticeSigned':
    case 'DueDatesRecomputed':
      return application
    default:
      return assertNever(event)
  }
}

// Every property written out: a spread of a template that lacks some costs fifty times as much, and replay is all this.
function lodged(event: ApplicationReceived): Application {
  const {
    itemId,
    guideVersion,
    departmentId,
    partnerIds,
    applicant,
    channel,
    materials,
    insisted,
    renewal,
    at,
    by,
  } = event
  const { situation, form, onBehalf, bundle } = event
  const contacts: readonly ContactKind[] = ['intake']
  const received = by.role === 'window-clerk' ? [by.accountId] : []
  return {
    status: 'received',
    itemId,
    guideVersion,
    departmentId,
    partnerIds,
    applicant,
    channel,
    materials,
    insisted,
    renewal,
    receivedAt: at,
    receivedOn: localDateOf(at),
    movedAt: at,
    contacts,
    hands: { received, reviewed: [], decided: [] },
    files: [],
    checks: null,
    correction: null,
    correctedOn: null,
    acceptance: null,
    pauses: [],
    extension: null,
    opinions: [],
    fee: { paid: 0, exempt: false },
    decision: null,
    certificate: null,
    letter: null,
    sealing: null,
    pickupNotifiedOn: null,
    issuance: null,
    delivery: null,
    archivedOn: null,
    closure: null,
    revocation: null,
    copiesSentTo: [],
    step: null,
    cards: [],
    ratings: [],
    ...(situation === undefined ? {} : { situation }),
    ...(form === undefined ? {} : { form }),
    ...(onBehalf === undefined ? {} : { onBehalf }),
    ...(bundle === undefined ? {} : { bundle }),
  }
}
