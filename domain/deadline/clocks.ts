import type {
  Application,
  ApplicationStatus,
  SpecialProcedure,
} from '../application/application.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'
import type { LocalDate } from '../shared/ids.ts'
import {
  acceptancePeriod,
  issuancePeriod,
  lastDayOf,
  limitPeriod,
  stepPeriod,
} from './clock-period.ts'
import type { ClockPeriod } from './clock-period.ts'
import { unannouncedYearOf, workingDaysBetween } from './working-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

export type Due =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly on: LocalDate; readonly provisional: boolean }
  | {
      readonly state: 'paused'
      readonly since: LocalDate
      /** Working days left when the pause began. */
      readonly remaining: number
      readonly procedure: SpecialProcedure
      /** Present for a protected renewal: the expiry does not wait for a procedure (art. 50). */
      readonly noLaterThan?: LocalDate
    }

/** Decided, and the result still in the house. */
const TO_BE_ISSUED: readonly ApplicationStatus[] = [
  'granted',
  'certified',
  'lettered',
  'sealed',
  'refused',
]
const NOT_DUE: Due = { state: 'none' }

/** 5 working days from receipt, or from the supplied corrections (Licensing Law art. 32). */
export function acceptanceDue(application: Application, calendar: WorkingCalendar): Due {
  if (application.status !== 'received') return NOT_DUE
  return dueOf(acceptancePeriod(application), calendar)
}

/** The item's statutory limit from acceptance, extended, and less special procedures (arts. 42, 45, 50). */
export function decisionDue(
  application: Application,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
): Due {
  return limitDue('decision', application, guide, calendar)
}

/** The promised limit: it moves with special procedures, not with an extension. */
export function committedDue(
  application: Application,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
): Due {
  return limitDue('committed', application, guide, calendar)
}

/** 10 working days from the decision until delivered or posted (art. 44). */
export function issuanceDue(application: Application, calendar: WorkingCalendar): Due {
  const { status } = application
  const lies =
    TO_BE_ISSUED.includes(status) || (status === 'issued' && application.issuance.by === 'pickup')
  return lies && status !== 'not-lodged' ? dueOf(issuancePeriod(application), calendar) : NOT_DUE
}

/** The guide's limit for the step in hand; a special procedure does not count. */
export function stepDue(
  application: Application,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
): Due {
  if (application.status === 'not-lodged') return NOT_DUE
  return dueOf(stepPeriod(application, guide), calendar)
}

function limitDue(
  clock: 'decision' | 'committed',
  application: Application,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
): Due {
  if (application.status !== 'accepted' && application.status !== 'in-review') return NOT_DUE
  return dueOf(limitPeriod(clock, application, guide), calendar)
}

function dueOf(period: ClockPeriod | undefined, calendar: WorkingCalendar): Due {
  if (period === undefined) return NOT_DUE
  const { start, openPause, noLaterThan } = period
  const on = lastDayOf(period, calendar)
  if (openPause === null) {
    return {
      state: 'running',
      on,
      provisional: unannouncedYearOf(start, on, calendar) !== undefined,
    }
  }
  const since = openPause.begunOn < start ? start : openPause.begunOn
  return {
    state: 'paused',
    since: openPause.begunOn,
    remaining: Math.max(0, workingDaysBetween(since, on, calendar)),
    procedure: openPause.kind,
    ...(noLaterThan === null ? {} : { noLaterThan }),
  }
}
