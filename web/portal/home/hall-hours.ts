import type { LocalDate } from '../../../domain/shared/ids.ts'
import { addDays, weekdayOf } from '../../../domain/shared/local-date.ts'

/** Minutes after midnight in China. 待业主确认: the hall has told nobody its hours yet. */
const SHIFTS = [
  { from: 9 * 60, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 17 * 60 },
] as const
/** The longest holiday ever announced is nine days. */
const LOOKS_AHEAD = 15

export type CalendarDays = readonly { readonly date: string; readonly kind: 'off' | 'work' }[]
export type HallStatus = {
  readonly open: boolean
  readonly worksToday: boolean
  /** The next working day after today; null where the calendar does not reach. */
  readonly next: string | null
}

/** Whether the hall works on that day and at that minute: weekends and holidays off, make-up days on. */
export function hallStatus(days: CalendarDays, today: string, minute: number): HallStatus {
  const worksToday = isWorkingDay(days, today)
  const ahead = Array.from({ length: LOOKS_AHEAD }, (_, day) =>
    addDays(today as LocalDate, day + 1),
  )
  return {
    open: worksToday && SHIFTS.some(({ from, to }) => from <= minute && minute < to),
    worksToday,
    next: ahead.find((day) => isWorkingDay(days, day)) ?? null,
  }
}

function isWorkingDay(days: CalendarDays, date: string): boolean {
  const special = days.find((day) => day.date === date)
  if (special) return special.kind === 'work'
  const weekday = weekdayOf(date as LocalDate)
  return weekday !== 'saturday' && weekday !== 'sunday'
}
