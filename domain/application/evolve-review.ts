import { localDateOf } from '../shared/local-date.ts'
import { assertNever } from '../shared/outcome.ts'
import type { LocalDate } from '../shared/ids.ts'
import { partOf } from './act.ts'
import type { LodgedApplication } from './application.ts'
import type * as Events from './events.ts'

type ReviewEvent =
  | Events.ReviewOpinionRecorded
  | Events.ClockPaused
  | Events.ClockResumed
  | Events.DeadlineExtended
  | Events.FeeSettled
  | Events.LicenceGranted
  | Events.LicenceRefused
  | Events.LicenceDeemedRenewed

/** From acceptance to the decision. */
export function evolveReview(
  application: LodgedApplication,
  event: ReviewEvent,
): LodgedApplication {
  const on = localDateOf(event.at)
  switch (event.type) {
    case 'ReviewOpinionRecorded':
      return opinionRecorded(application, event, on)
    case 'ClockPaused':
      return {
        ...application,
        pauses: [
          ...application.pauses,
          { kind: event.kind, begunOn: on, estimatedDays: event.estimatedDays, endedOn: null },
        ],
      }
    case 'ClockResumed':
      return {
        ...application,
        pauses: application.pauses.map((pause) =>
          pause.endedOn === null ? { ...pause, endedOn: on } : pause,
        ),
      }
    case 'DeadlineExtended':
      return { ...application, extension: { on, days: event.days, reason: event.reason } }
    case 'FeeSettled':
      return {
        ...application,
        fee: {
          paid: application.fee.paid + event.amount,
          exempt: application.fee.exempt || event.exempt,
        },
      }
    case 'LicenceGranted':
    case 'LicenceRefused':
      return decided(application, event, on)
    case 'LicenceDeemedRenewed':
      return {
        ...application,
        status: 'granted',
        acceptance: partOf(application, 'acceptance'),
        decision: {
          outcome: 'grant',
          on: event.on,
          by: event.by.accountId,
          byName: event.by.name,
          reason: '',
          deemed: true,
        },
        step: { name: 'certificate', enteredOn: on },
        pauses: application.pauses.map((pause) =>
          pause.endedOn === null ? { ...pause, endedOn: on } : pause,
        ),
      }
    default:
      return assertNever(event)
  }
}

/** The review step is left when every department concerned has spoken. */
function opinionRecorded(
  application: LodgedApplication,
  { by, departmentId, outcome, opinion }: Events.ReviewOpinionRecorded,
  on: LocalDate,
): LodgedApplication {
  const opinions = [
    ...application.opinions,
    { departmentId, by: by.accountId, byName: by.name, outcome, opinion, on },
  ]
  const complete = [application.departmentId, ...application.partnerIds].every((id) =>
    opinions.some((given) => given.departmentId === id),
  )
  const entersDecision = complete && application.step?.name === 'review'
  return {
    ...application,
    status: 'in-review',
    acceptance: partOf(application, 'acceptance'),
    opinions,
    step: entersDecision ? { name: 'decision', enteredOn: on } : application.step,
    hands: { ...application.hands, reviewed: [...application.hands.reviewed, by.accountId] },
  }
}

function decided(
  application: LodgedApplication,
  { type, by, reason }: Events.LicenceGranted | Events.LicenceRefused,
  on: LocalDate,
): LodgedApplication {
  const made = { on, by: by.accountId, byName: by.name, reason, deemed: false }
  const common = {
    ...application,
    acceptance: partOf(application, 'acceptance'),
    hands: { ...application.hands, decided: [...application.hands.decided, by.accountId] },
  }
  return type === 'LicenceGranted'
    ? {
        ...common,
        status: 'granted',
        decision: { outcome: 'grant', ...made },
        step: { name: 'certificate', enteredOn: on },
      }
    : {
        ...common,
        status: 'refused',
        decision: { outcome: 'refuse', ...made },
        step: null,
      }
}
