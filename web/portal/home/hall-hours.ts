import type { LocalDate } from '../../../domain/shared/ids.ts'
import { addDays, weekdayOf } from '../../../domain/shared/local-date.ts'

/** The longest holiday ever announced is nine days. */
const LOOKS_AHEAD = 15

export type CalendarDays = readonly { readonly date: string; readonly kind: 'off' | 'work' }[]

/** The next working day after that one: weekends and holidays off, make-up days on. Undefined where the calendar does not reach. */
export function nextWorkingDay(days: CalendarDays, today: string): string | undefined {
  const ahead = Array.from({ length: LOOKS_AHEAD }, (_, day) =>
    addDays(today as LocalDate, day + 1),
  )
  return ahead.find((day) => isWorkingDay(days, day))
}

function isWorkingDay(days: CalendarDays, date: string): boolean {
  const special = days.find((day) => day.date === date)
  if (special) return special.kind === 'work'
  const weekday = weekdayOf(date as LocalDate)
  return weekday !== 'saturday' && weekday !== 'sunday'
}
