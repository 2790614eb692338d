import type { LodgedApplication } from '../application/application.ts'
import type { DueDates } from '../application/events.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'
import { acceptanceDue, committedDue, decisionDue, issuanceDue, type Due } from './clocks.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** What each clock shows under one calendar: to compare before and after a year is announced. */
export function dueDatesOf(
  application: LodgedApplication,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
): DueDates {
  const on = (due: Due) => (due.state === 'running' ? due.on : null)
  return {
    acceptance: on(acceptanceDue(application, calendar)),
    decision: on(decisionDue(application, guide, calendar)),
    committed: on(committedDue(application, guide, calendar)),
    issuance: on(issuanceDue(application, calendar)),
  }
}
