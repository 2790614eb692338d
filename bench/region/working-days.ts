import { isWorkingDay, type WorkingCalendar } from '../../domain/deadline/working-calendar.ts'
import type { Instant, LocalDate } from '../../domain/shared/ids.ts'
import { addDays, localDateOf, yearOf } from '../../domain/shared/local-date.ts'

/** Hours of the day at which something is done, UTC: nine to noon and one to five in China. */
export const OFFICE_HOURS = [1, 2, 3, 5, 6, 7, 8] as const

const YEARS = 3

/** The working days of three calendar years up to and including the day of `until`. */
export function workingDaysUntil(until: Instant, calendar: WorkingCalendar): readonly LocalDate[] {
  const last = localDateOf(until)
  const days: LocalDate[] = []
  const first = `${yearOf(last) - YEARS + 1}-01-01` as LocalDate
  for (let day = first < calendar.coveredFrom ? calendar.coveredFrom : first; day <= last;)
    day = noted(day)
  return days

  function noted(day: LocalDate): LocalDate {
    if (isWorkingDay(day, calendar)) days.push(day)
    return addDays(day, 1)
  }
}

/** One hour of one working day, and how many hours of work lie before it. */
export type Moment = { readonly day: number; readonly hour: number }

export function momentAfter(
  { day, hour }: Moment,
  wait: number,
  draw: (below: number) => number,
): Moment {
  if (wait > 0) return { day: day + wait, hour: draw(OFFICE_HOURS.length) }
  return hour + 1 < OFFICE_HOURS.length ? { day, hour: hour + 1 } : { day: day + 1, hour: 0 }
}

export function isBefore(a: Moment, b: Moment): boolean {
  return a.day < b.day || (a.day === b.day && a.hour < b.hour)
}
