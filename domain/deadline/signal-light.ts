import type { ServiceGuide } from '../catalogue/service-item.ts'
import type { LocalDate } from '../shared/ids.ts'
import { addDays } from '../shared/local-date.ts'
import type { Due } from './clocks.ts'
import { workingDaysBetween } from './working-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** The lamp of one application (亮灯). The word always stands beside the colour. */
export type SignalLight = {
  readonly light: 'green' | 'amber' | 'red' | 'paused' | 'none'
  readonly word: string
}

/** Red: statutory limit overrun. Amber: committed limit overrun, or its warning stands (domain rules §6). */
export function signalLight(
  committed: Due,
  decision: Due,
  today: LocalDate,
  guide: ServiceGuide,
  calendar: WorkingCalendar,
): SignalLight {
  if (decision.state === 'paused') return { light: 'paused', word: '特别程序中' }
  if (decision.state === 'none') return { light: 'none', word: '未计时' }
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
