import type { Instant, LocalDate } from './ids.ts'

// Calendar arithmetic on text alone: no Date, no clock, no time zone table. China has kept UTC+8 without
// summer time since 1991, so a local day is the UTC instant moved by eight hours.

const CHINA_OFFSET_MINUTES = 8 * 60
const MINUTES_A_DAY = 24 * 60

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

// A few thousand days are all that are ever asked for, again and again.
const MOST_REMEMBERED = 20_000
const numbers = new Map<string, number>()
const dates = new Map<number, LocalDate>()

/** Days since 1970-01-01 of a proleptic Gregorian date. */
export function dayNumberOf(date: LocalDate): number {
  const known = numbers.get(date)
  if (known !== undefined) return known
  const dayNumber = civilDayNumber(date)
  if (numbers.size >= MOST_REMEMBERED) numbers.clear()
  numbers.set(date, dayNumber)
  return dayNumber
}

export function dateOfDayNumber(dayNumber: number): LocalDate {
  const known = dates.get(dayNumber)
  if (known !== undefined) return known
  const date = civilDate(dayNumber)
  if (dates.size >= MOST_REMEMBERED) dates.clear()
  dates.set(dayNumber, date)
  return date
}

/** Howard Hinnant's civil calendar. */
function civilDayNumber(date: LocalDate): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function civilDate(dayNumber: number): LocalDate {
  const z = dayNumber + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * mp + 2) / 5) + 1
  const month = mp < 10 ? mp + 3 : mp - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as LocalDate
}

/** The China day on which an instant falls. */
export function localDateOf(at: Instant): LocalDate {
  const { dayNumber, minute } = chinaClockOf(at)
  return dateOfDayNumber(dayNumber + Math.floor(minute / MINUTES_A_DAY))
}

/** 00:00 of that day in China. */
export function startOfDay(date: LocalDate): Instant {
  return `${dateOfDayNumber(dayNumberOf(date) - 1)}T16:00:00.000Z` as Instant
}

/** `2026-03-02T09:05` in China, for notices that state the minute. */
export function localMinuteOf(at: Instant): string {
  const { minute } = chinaClockOf(at)
  const inDay = minute % MINUTES_A_DAY
  return `${localDateOf(at)}T${pad(Math.floor(inDay / 60))}:${pad(inDay % 60)}`
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumberOf(date) + days)
}

export function nextDay(date: LocalDate): LocalDate {
  return addDays(date, 1)
}

/** Calendar days from one day to a later one: (a, b]. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumberOf(to) - dayNumberOf(from)
}

/** The same day so many years later; 29 February becomes 28 February in a common year. */
export function addYears(date: LocalDate, years: number): LocalDate {
  const moved = `${String(yearOf(date) + years).padStart(4, '0')}${date.slice(4)}` as LocalDate
  return isRealDate(moved) ? moved : (`${moved.slice(0, 8)}28` as LocalDate)
}

export function weekdayOf(date: LocalDate): Weekday {
  return WEEKDAYS[(((dayNumberOf(date) + 4) % 7) + 7) % 7] ?? 'sunday'
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** False for 30 February, month 13, or anything that is not yyyy-mm-dd. */
export function isRealDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && dateOfDayNumber(dayNumberOf(text as LocalDate)) === text
  )
}

/** 2026年3月9日 */
export function chineseDate(date: LocalDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** 3 月 9 日, for sentences that name the year elsewhere */
export function chineseMonthDay(date: LocalDate): string {
  const [, month = '', day = ''] = date.split('-')
  return `${Number(month)} 月 ${Number(day)} 日`
}

function chinaClockOf(at: Instant): { dayNumber: number; minute: number } {
  return {
    dayNumber: dayNumberOf(at.slice(0, 10) as LocalDate),
    minute: Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16)) + CHINA_OFFSET_MINUTES,
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
