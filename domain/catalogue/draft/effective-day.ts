import { isWorkingDay, type WorkingCalendar } from '../../deadline/working-calendar.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { yearOf } from '../../shared/local-date.ts'
import { type DraftViolation, violation } from './draft-violations.ts'

/**
 * A version takes over at 00:00 of a working day, today at the earliest: on a day off nobody could ask or be told what
 * has changed. A year that the State Council has not announced has no certain working days.
 */
export function effectiveDayViolation(
  on: LocalDate,
  today: LocalDate,
  calendar: WorkingCalendar,
): { readonly ok: false; readonly violation: DraftViolation } | null {
  if (on < today) return violation('effective-day-past')
  if (!calendar.announcedYears.has(yearOf(on))) return violation('calendar-year-missing')
  return isWorkingDay(on, calendar) ? null : violation('not-a-working-day')
}
