import { closedBecause } from '../../domain/booking/slots.ts'
import type { WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import type { OpenPeriod } from '../../domain/hall/hall-configuration.ts'
import type { LocalDate } from '../../domain/shared/ids.ts'
import type { HallLayout } from './booking-context.ts'

/** When the hall is open for appointments that day: a holiday closes it all, a make-up day opens it. */
export function openPeriodsOn(
  day: LocalDate,
  { hours }: HallLayout,
  calendar: WorkingCalendar,
): readonly OpenPeriod[] {
  return closedBecause(day, calendar) === null ? hours.periods : []
}
