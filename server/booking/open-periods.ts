import type { WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import type { OpenPeriod } from '../../domain/hall/hall-configuration.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { HallLayout } from './booking-context.ts'
import { type ClosedDays, whyClosed } from './closed-days.ts'

/** When the hall is open for appointments that day: a holiday and a closed day close it all, a make-up day opens it. */
export function openPeriodsOn(
  day: LocalDate,
  { hours }: HallLayout,
  calendar: WorkingCalendar,
  closed: ClosedDays,
): readonly OpenPeriod[] {
  return whyClosed(day, calendar, closed) === null ? hours.periods : []
}
