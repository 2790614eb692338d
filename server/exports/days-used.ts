import type { LodgedApplication } from '../../domain/application/application.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import { limitPeriod } from '../../domain/deadline/clock-period.ts'
import { workingDaysBetween, type WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'

/**
 * Working days from acceptance to the decision (or the end, or today), special procedures not counted (art. 45), and
 * how many the guide promises; null before acceptance.
 */
export function daysUsed(
  application: LodgedApplication,
  guide: ServiceGuide,
  today: LocalDate,
  calendar: WorkingCalendar,
): { readonly used: number; readonly allowed: number } | null {
  const period = limitPeriod('committed', application, guide)
  if (period === undefined) return null
  const end = application.decision?.on ?? application.closure?.on ?? today
  const between = (from: LocalDate, to: LocalDate) =>
    to > from ? workingDaysBetween(from, to, calendar) : 0
  const { start, excluded, openPause } = period
  let used = between(start, end)
  for (const { begunOn, endedOn } of excluded) used -= between(begunOn, earlier(endedOn, end))
  if (openPause !== null) used -= between(later(openPause.begunOn, start), end)
  return { used: Math.max(0, used), allowed: period.limit }
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}
