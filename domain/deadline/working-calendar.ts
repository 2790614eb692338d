import type { LocalDate } from '../shared/ids.ts'
import { dateOfDayNumber, dayNumberOf, nextDay, weekdayOf, yearOf } from '../shared/local-date.ts'

/** One named day off, or one make-up workday, with the document it rests on. */
export type CalendarDay = {
  readonly date: LocalDate
  readonly kind: 'off' | 'work'
  /** 国庆节; for a make-up workday the holiday it makes up for. */
  readonly name: string
  readonly document: string
}

/** A year's arrangement. Not `announced`: the fixed statutory days alone, until the State Council's notice is out. */
export type CalendarYear = {
  readonly year: number
  readonly announced: boolean
  readonly document: string
  readonly days: readonly Omit<CalendarDay, 'document'>[]
}

export type CalendarData = {
  readonly version: string
  readonly years: readonly CalendarYear[]
  /** Days of the region's own, each with its document: they win over the national arrangement. */
  readonly localDays: readonly CalendarDay[]
}

export type WorkingCalendar = {
  readonly version: string
  /** First and last day of the announced years. */
  readonly coveredFrom: LocalDate
  readonly coveredTo: LocalDate
  readonly announcedYears: ReadonlySet<number>
  readonly days: ReadonlyMap<LocalDate, CalendarDay>
  /** Years without an announcement whose lunar holidays are listed all the same. */
  readonly provisionalYears: ReadonlySet<number>
  readonly index: WorkingDayIndex
}

/** Working days of the span numbered once, so that a due date is two look-ups instead of a walk. */
type WorkingDayIndex = {
  readonly first: number
  /** By day offset from `first`: working days up to and including that day. */
  readonly upTo: readonly number[]
  /** By ordinal less one: the day number of that working day. */
  readonly dayNumbers: readonly number[]
}

/** Of 全国年节及纪念日放假办法 art. 2, the days that need no lunar calendar. */
const FIXED_STATUTORY_DAYS: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
}

type DayRules = Pick<WorkingCalendar, 'days' | 'announcedYears' | 'provisionalYears'>

/** Throws on data that names a day outside its year or covers no year at all. */
export function buildCalendar(data: CalendarData): WorkingCalendar {
  const days = new Map<LocalDate, CalendarDay>()
  for (const { year, document, days: listed } of data.years) {
    for (const day of listed) {
      if (yearOf(day.date) !== year) throw new Error(`${day.date} is not a day of ${year}`)
      days.set(day.date, { ...day, document })
    }
  }
  for (const day of data.localDays) days.set(day.date, day)
  const announced = data.years.filter((year) => year.announced).map((year) => year.year)
  if (announced.length === 0) throw new Error('A working calendar needs an announced year')
  const rules: DayRules = {
    days,
    announcedYears: new Set(announced),
    provisionalYears: new Set(
      data.years.filter((year) => !year.announced).map((year) => year.year),
    ),
  }
  const coveredFrom = `${Math.min(...announced)}-01-01` as LocalDate
  const coveredTo = `${Math.max(...announced)}-12-31` as LocalDate
  return {
    version: data.version,
    coveredFrom,
    coveredTo,
    ...rules,
    index: numberWorkingDays(coveredFrom, coveredTo, rules),
  }
}

/** Monday to Friday, less holidays, plus make-up workdays (Licensing Law art. 82). */
export function isWorkingDay(date: LocalDate, calendar: DayRules): boolean {
  const listed = calendar.days.get(date)
  if (listed !== undefined) return listed.kind === 'work'
  if (fixedHolidayOf(date, calendar) !== undefined) return false
  return !isWeekend(date)
}

/** The n-th working day strictly after `start`: the first day is not counted (Civil Code art. 201). */
export function addWorkingDays(
  start: LocalDate,
  days: number,
  calendar: WorkingCalendar,
): LocalDate {
  if (!Number.isInteger(days) || days < 0) throw new Error(`Not a number of working days: ${days}`)
  const { dayNumbers } = calendar.index
  let date = start
  let left = days
  while (left > 0) {
    const before = ordinalOf(date, calendar)
    const reached = before === undefined ? undefined : dayNumbers[before + left - 1]
    if (reached !== undefined) return dateOfDayNumber(reached)
    if (before !== undefined && date < calendar.coveredTo) {
      left -= dayNumbers.length - before
      date = calendar.coveredTo
    } else {
      date = nextDay(date)
      if (isWorkingDay(date, calendar)) left -= 1
    }
  }
  return date
}

/** Working days in (from, to]; negative when `to` lies before `from`. */
export function workingDaysBetween(
  from: LocalDate,
  to: LocalDate,
  calendar: WorkingCalendar,
): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar)
  const before = ordinalOf(from, calendar)
  const upTo = ordinalOf(to, calendar)
  if (before !== undefined && upTo !== undefined) return upTo - before
  let count = 0
  for (let date = from; date < to;) {
    date = nextDay(date)
    if (isWorkingDay(date, calendar)) count += 1
  }
  return count
}

/** The State Council has not announced that day's year: the answer may still change. */
export function isProvisional(date: LocalDate, calendar: WorkingCalendar): boolean {
  return !calendar.announcedYears.has(yearOf(date))
}

/** The first year touched by the days from one to the other that is not announced. */
export function unannouncedYearOf(
  from: LocalDate,
  to: LocalDate,
  calendar: WorkingCalendar,
): number | undefined {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!calendar.announcedYears.has(year)) return year
  }
  return undefined
}

/** 清明节, 周六, 周日 or 调休上班; undefined on an ordinary working day. */
export function dayNameOf(date: LocalDate, calendar: WorkingCalendar): string | undefined {
  return (
    (calendar.days.get(date)?.kind === 'work' ? '调休上班' : holidayOf(date, calendar)) ??
    weekendNameOf(date)
  )
}

/** The holiday's name on a day off that is more than a weekend. */
export function holidayOf(date: LocalDate, calendar: DayRules): string | undefined {
  const listed = calendar.days.get(date)
  return listed === undefined
    ? fixedHolidayOf(date, calendar)
    : listed.kind === 'off'
      ? listed.name
      : undefined
}

function fixedHolidayOf(date: LocalDate, calendar: DayRules): string | undefined {
  const year = yearOf(date)
  if (calendar.announcedYears.has(year) || calendar.provisionalYears.has(year)) return undefined
  return FIXED_STATUTORY_DAYS[date.slice(5)]
}

function weekendNameOf(date: LocalDate): string | undefined {
  const weekday = weekdayOf(date)
  return weekday === 'saturday' ? '周六' : weekday === 'sunday' ? '周日' : undefined
}

function isWeekend(date: LocalDate): boolean {
  return weekendNameOf(date) !== undefined
}

function ordinalOf(date: LocalDate, { index }: WorkingCalendar): number | undefined {
  return index.upTo[dayNumberOf(date) - index.first]
}

function numberWorkingDays(from: LocalDate, to: LocalDate, rules: DayRules): WorkingDayIndex {
  const first = dayNumberOf(from)
  const upTo: number[] = []
  const dayNumbers: number[] = []
  for (let dayNumber = first; dayNumber <= dayNumberOf(to); dayNumber += 1) {
    if (isWorkingDay(dateOfDayNumber(dayNumber), rules)) dayNumbers.push(dayNumber)
    upTo.push(dayNumbers.length)
  }
  return { first, upTo, dayNumbers }
}
