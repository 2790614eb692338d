import { localDateOf } from '../shared/local-date.ts'
import { assertNever } from '../shared/outcome.ts'
import { partOf } from './act.ts'
import type { Certificate, LodgedApplication } from './application.ts'
import type * as Events from './events.ts'

type DecidedEvent =
  | Events.CertificateMade
  | Events.SealingLetterSent
  | Events.SealingLetterReturned
  | Events.SealApplied
  | Events.ProvincialResultReceived
  | Events.ReadyForPickup
  | Events.ResultIssued
  | Events.ResultDelivered
  | Events.CourierReturned
  | Events.ApplicationArchived
  | Events.CertificateRevoked

/** From the decision to the archive, and what befalls the certificate after. */
export function evolveDecided(
  application: LodgedApplication,
  event: DecidedEvent,
): LodgedApplication {
  const on = localDateOf(event.at)
  const decided = {
    ...application,
    acceptance: partOf(application, 'acceptance'),
    decision: partOf(application, 'decision'),
  }
  switch (event.type) {
    case 'CertificateMade': {
      const { version, hash, name, number, content, validFrom, validUntil } = event
      return {
        ...decided,
        status: 'certified',
        certificate: { version, hash, name, number, content, validFrom, validUntil },
        step: null,
      }
    }
    case 'SealingLetterSent': {
      const { certificateHash, statements } = event
      return {
        ...decided,
        status: 'lettered',
        certificate: partOf(application, 'certificate'),
        letter: { certificateHash, statements, sentOn: on, returned: null },
        step: { name: 'seal', enteredOn: on },
      }
    }
    case 'SealingLetterReturned':
      return {
        ...decided,
        status: 'certified',
        certificate: partOf(application, 'certificate'),
        letter: { ...partOf(application, 'letter'), returned: { on, reason: event.reason } },
        step: null,
      }
    case 'SealApplied':
      return {
        ...decided,
        status: 'sealed',
        sealing: { on, route: event.route, by: event.by.accountId },
        step: null,
      }
    case 'ProvincialResultReceived':
      return {
        ...decided,
        certificate: provincialCertificate(application, event),
        status: 'sealed',
        sealing: { on, route: 'provincial', by: event.by.accountId },
        step: null,
      }
    case 'ReadyForPickup':
      return { ...application, pickupNotifiedOn: on }
    case 'ResultIssued':
      return {
        ...decided,
        status: 'issued',
        issuance: { by: event.way, tracking: event.tracking, on },
      }
    case 'ResultDelivered':
      return {
        ...decided,
        status: 'delivered',
        issuance: partOf(application, 'issuance'),
        delivery: { on, proof: event.proof },
        contacts: [...new Set([...application.contacts, 'delivery' as const])],
      }
    case 'CourierReturned':
      return decided.decision.outcome === 'refuse'
        ? { ...decided, status: 'refused', issuance: null }
        : { ...decided, status: 'sealed', sealing: partOf(application, 'sealing'), issuance: null }
    case 'ApplicationArchived':
      return {
        ...decided,
        status: 'archived',
        issuance: partOf(application, 'issuance'),
        delivery: partOf(application, 'delivery'),
        archivedOn: on,
      }
    case 'CertificateRevoked': {
      const { kind, reason, copyTo } = event
      const revoked = {
        ...application,
        revocation: { kind, on, reason },
        copiesSentTo: [...new Set([...application.copiesSentTo, ...copyTo])],
      }
      // Withdrawn before the seal: there is nothing left to make or to hand out.
      return application.sealing === null
        ? { ...revoked, status: 'terminated', closure: { on, reason, ground: null }, step: null }
        : revoked
    }
    default:
      return assertNever(event)
  }
}

/** The province's certificate is recorded when its number is known; its bytes are the province's. */
function provincialCertificate(
  { certificate }: LodgedApplication,
  { certificateNumber, until, at }: Events.ProvincialResultReceived,
): Certificate | null {
  if (certificateNumber === null) return certificate
  return {
    version: 1,
    hash: '',
    name: '省级部门颁发的证照',
    number: certificateNumber,
    content: '',
    validFrom: localDateOf(at),
    validUntil: until,
  }
}
