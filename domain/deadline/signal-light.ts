import type { LodgedApplication } from '../application/application.ts'
import type { ServiceGuide } from '../catalogue/service-guide.ts'
import type { LocalDate } from '../shared/ids.ts'
import { addDays } from '../shared/local-date.ts'
import { acceptanceDue, committedDue, decisionDue, issuanceDue, type Due } from './clocks.ts'
import { workingDaysBetween } from './working-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** The lamp of one application (亮灯). The word always stands beside the colour. */
export type SignalLight = {
  readonly light: 'green' | 'amber' | 'red' | 'paused' | 'none'
  readonly word: string
}

/** Red: statutory limit overrun. Amber: committed limit overrun, or its warning stands (domain rules §6). */
function decisionLamp(
  committed: Due,
  decision: Exclude<Due, { state: 'none' }>,
  today: LocalDate,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
): SignalLight {
  if (decision.state === 'paused') return { light: 'paused', word: '特别程序中' }
  if (today > decision.on) return { light: 'red', word: '已超法定时限' }
  if (committed.state !== 'running') return { light: 'green', word: '正常' }
  if (today > committed.on) return { light: 'amber', word: '已超承诺时限' }
  return today >= warningFrom(committed.on, guide.committedDays, calendar)
    ? { light: 'amber', word: '即将到期' }
    : { light: 'green', word: '正常' }
}

/**
 * First day of the warning on a limit of so many working days: the later of one working day
 * remaining and a fifth of the limit remaining.
 */
export function warningFrom(
  due: LocalDate,
  limitDays: number,
  calendar: WorkingCalendar,
): LocalDate {
  const remaining = Math.min(1, limitDays / 5)
  let from = due
  while (workingDaysBetween(addDays(from, -1), due, calendar) <= remaining) from = addDays(from, -1)
  return from
}

/** Working days after today until the due date: 0 on the day itself, negative when overdue; undefined without a due date. */
export function remainingWorkingDays(
  due: Due,
  today: LocalDate,
  calendar: WorkingCalendar,
): number | undefined {
  switch (due.state) {
    case 'running':
      return workingDaysBetween(today, due.on, calendar)
    case 'paused':
      return due.remaining
    case 'none':
      return undefined
  }
}

/** The lamp of whichever clock runs now: acceptance, then decision beside its commitment, then issuance. */
export function lampOf(
  application: LodgedApplication,
  guide: ServiceGuide,
  today: LocalDate,
  calendar: WorkingCalendar,
): SignalLight {
  const committed = committedDue(application, guide, calendar)
  const decision = decisionDue(application, guide, calendar)
  if (decision.state !== 'none') return decisionLamp(committed, decision, today, guide, calendar)
  const acceptance = acceptanceDue(application, calendar)
  if (acceptance.state === 'running') return singleLamp(acceptance.on, '受理', today, calendar)
  const issuance = issuanceDue(application, calendar)
  return issuance.state === 'running'
    ? singleLamp(issuance.on, '送达', today, calendar)
    : { light: 'none', word: '不在计时' }
}

/** A clock of one limit only: amber from its last working day. */
function singleLamp(
  due: LocalDate,
  what: string,
  today: LocalDate,
  calendar: WorkingCalendar,
): SignalLight {
  if (today > due) return { light: 'red', word: `${what}已超期` }
  return workingDaysBetween(today, due, calendar) <= 1
    ? { light: 'amber', word: `${what}即将到期` }
    : { light: 'green', word: '正常' }
}
