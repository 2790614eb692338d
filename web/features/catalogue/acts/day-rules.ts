import type { z } from 'zod'
import type { CalendarYearView } from '../../../../contract/calendar.ts'
import {
  holidayOf,
  isWorkingDay,
  type CalendarDay,
} from '../../../../domain/deadline/working-calendar.ts'
import type { LocalDate } from '../../../../domain/shared/ids.ts'
import { addDays, weekdayOf, WEEKDAYS, yearOf } from '../../../../domain/shared/local-date.ts'

type Years = readonly z.output<typeof CalendarYearView>[]

/** What the calendar says of single days, as the page read it. */
export type DayRules = Parameters<typeof isWorkingDay>[1]

export function dayRulesOf(years: Years): DayRules {
  const listed = years.flatMap(({ days, document }) =>
    days.map((day): [LocalDate, CalendarDay] => {
      const date = day.date as LocalDate
      return [date, { ...day, date, document }]
    }),
  )
  const of = (announced: boolean) =>
    new Set(years.filter((year) => year.announced === announced).map(({ year }) => year))
  return { days: new Map(listed), announcedYears: of(true), provisionalYears: of(false) }
}

/** The first working day after that one; null where it lies in a year whose holidays are not announced yet. */
export function nextWorkingDay(after: string, rules: DayRules): string | null {
  let day = addDays(after as LocalDate, 1)
  while (!isWorkingDay(day, rules)) day = addDays(day, 1)
  return isAnnounced(day, rules) ? day : null
}

/** Only then it is certain which days are working days. */
export function isAnnounced(date: string, rules: DayRules): boolean {
  return rules.announcedYears.has(yearOf(date as LocalDate))
}

export type MonthDay = {
  readonly date: string
  readonly day: number
  readonly working: boolean
  /** 国庆节, 班 or nothing. */
  readonly mark: string
}

/** `2026-11`: its weeks from Monday; null where the week belongs to another month. */
export function monthOf(month: string, rules: DayRules): readonly (MonthDay | null)[] {
  const first = `${month}-01` as LocalDate
  const before = (WEEKDAYS.indexOf(weekdayOf(first)) + 6) % 7
  const days: (MonthDay | null)[] = Array.from({ length: before }, () => null)
  for (let date = first; date.startsWith(month); date = addDays(date, 1)) {
    const working = isWorkingDay(date, rules)
    const made = rules.days.get(date)?.kind === 'work'
    days.push({
      date,
      day: Number(date.slice(8)),
      working,
      mark: made ? '班' : (holidayOf(date, rules) ?? ''),
    })
  }
  return days
}

/** `2026-11` moved by so many months. */
export function monthAfter(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}
