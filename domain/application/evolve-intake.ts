import type { AccountId, LocalDate } from '../shared/ids.ts'
import { localDateOf } from '../shared/local-date.ts'
import { assertNever } from '../shared/outcome.ts'
import type { LodgedApplication, MaterialState } from './application.ts'
import type * as Events from './events.ts'

type IntakeEvent =
  | Events.MaterialsAssessed
  | Events.MaterialAttached
  | Events.ApplicationAccepted
  | Events.ApplicationDeemedAccepted
  | Events.ApplicationDeclined
  | Events.CorrectionRequested
  | Events.ApplicantReminded
  | Events.CorrectionSupplied
  | Events.ApplicationLapsed
  | Events.ApplicationWithdrawn
  | Events.WentOnAlone
  | Events.ApplicationTerminated

/** From receipt to acceptance, or to an end before it. */
export function evolveIntake(
  application: LodgedApplication,
  event: IntakeEvent,
): LodgedApplication {
  const on = localDateOf(event.at)
  switch (event.type) {
    case 'MaterialsAssessed':
      return {
        ...application,
        materials: { ...application.materials, ...event.materials },
        checks: event.checks,
      }
    case 'MaterialAttached': {
      const { material, fileId, name, mediaType, size, sha256, at } = event
      return {
        ...application,
        files: [...application.files, { material, fileId, name, mediaType, size, sha256, at }],
      }
    }
    case 'ApplicationAccepted':
      return {
        ...withHand(application, event.by.accountId),
        status: 'accepted',
        acceptance: { on, recordedOn: on, deemed: false },
        step: { name: 'review', enteredOn: on },
        ...toleranceOf(event, on),
      }
    case 'ApplicationDeemedAccepted':
      return {
        ...application,
        status: 'accepted',
        acceptance: { on: event.on, recordedOn: event.recordedOn, deemed: true },
        step: { name: 'review', enteredOn: event.recordedOn },
      }
    case 'ApplicationDeclined':
      return {
        ...withHand(application, event.by.accountId),
        status: 'declined',
        closure: { on, reason: event.text, ground: event.ground },
      }
    case 'CorrectionRequested':
      return correctionRequested(withHand(application, event.by.accountId), event)
    case 'ApplicantReminded':
      return application.correction === null
        ? application
        : {
            ...application,
            correction: {
              ...application.correction,
              remindedDays: [...application.correction.remindedDays, event.days],
            },
          }
    case 'CorrectionSupplied':
      return correctionSupplied(application, event)
    case 'ApplicationLapsed':
      return {
        ...application,
        status: 'lapsed',
        closure: { on, reason: event.reason, ground: null },
      }
    case 'ApplicationWithdrawn':
      return {
        ...application,
        status: 'withdrawn',
        closure: { on, reason: event.reason, ground: null },
        step: null,
      }
    case 'WentOnAlone':
      return {
        ...application,
        goesOnWithout: [...(application.goesOnWithout ?? []), ...event.of],
      }
    case 'ApplicationTerminated':
      return {
        ...application,
        status: 'terminated',
        closure: { on, reason: event.reason, ground: null },
        step: null,
      }
    default:
      return assertNever(event)
  }
}

function toleranceOf(
  { tolerance }: Events.ApplicationAccepted,
  promisedOn: LocalDate,
): Pick<LodgedApplication, 'tolerance'> {
  if (tolerance === undefined) return {}
  const { materials, dueOn } = tolerance
  return { tolerance: { materials, outstanding: materials, promisedOn, dueOn } }
}

function correctionRequested(
  application: LodgedApplication,
  { materials, text, at }: Events.CorrectionRequested,
): LodgedApplication {
  const { correction } = application
  return {
    ...application,
    status: 'awaiting-correction',
    materials: {
      ...application.materials,
      ...marked(
        materials.filter((number) => application.materials[number] === 'held'),
        'defective',
      ),
    },
    correction: {
      asked: correction?.asked ?? materials,
      outstanding: materials,
      text,
      askedOn: localDateOf(at),
      rounds: (correction?.rounds ?? 0) + 1,
      remindedDays: [],
    },
  }
}

/** In part: still awaited. In full: received again, and the acceptance clock starts from this day. */
function correctionSupplied(
  application: LodgedApplication,
  { materials, at }: Events.CorrectionSupplied,
): LodgedApplication {
  if (application.correction === null)
    throw new Error('Corrections were supplied that nobody asked for')
  const outstanding = application.correction.outstanding.filter(
    (number) => !materials.includes(number),
  )
  const supplied = {
    ...application,
    materials: { ...application.materials, ...marked(materials, 'held') },
    checks: null,
  }
  const correction = { ...application.correction, outstanding }
  if (outstanding.length > 0) return { ...supplied, status: 'awaiting-correction', correction }
  return {
    ...supplied,
    status: 'received',
    correction,
    correctedOn: localDateOf(at),
    contacts: [...new Set([...application.contacts, 'correction' as const])],
  }
}

function marked(numbers: readonly number[], state: MaterialState): Record<number, MaterialState> {
  return Object.fromEntries(numbers.map((number) => [number, state]))
}

/** Whoever received, judged or accepted is on the acceptance side for good. */
function withHand(application: LodgedApplication, account: AccountId): LodgedApplication {
  return {
    ...application,
    hands: { ...application.hands, received: [...application.hands.received, account] },
  }
}
