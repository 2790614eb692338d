import { dayNameOf, isWorkingDay, type WorkingCalendar } from '../deadline/working-calendar.ts'
import type { LocalDate } from '../shared/ids.ts'
import type { HallHours, OpenPeriod } from './hall-configuration.ts'

/** Minutes of the day in China, 540 = 09:00. */
export type DayMinute = { readonly day: LocalDate; readonly minute: number }

const DAY_MS = 86_400_000
const CHINA_OFFSET_MS = 8 * 3_600_000

/** Minutes since 00:00 in China of an instant in milliseconds since 1970; China has kept UTC+8 since 1991. */
export function minuteOfDay(at: number): number {
  return Math.floor(((at + CHINA_OFFSET_MS) % DAY_MS) / 60_000)
}

/** Null on a day when the hall opens; else its name: 元旦, 周六. */
export function closedDayName(
  day: LocalDate,
  { days }: HallHours,
  calendar: WorkingCalendar,
): string | null {
  if (days === 'every-day' || isWorkingDay(day, calendar)) return null
  return dayNameOf(day, calendar) ?? '休息日'
}

/** Null: open now; else why not, as a clause. Who comes before the doors open in the morning waits for them. */
export function closedBecause(
  { day, minute }: DayMinute,
  hours: HallHours,
  calendar: WorkingCalendar,
): string | null {
  const name = closedDayName(day, hours, calendar)
  if (name !== null) return `今天是${name}`
  if (hours.periods.some(({ from, to }) => minute >= from && minute < to)) return null
  return `开放时间为 ${hoursText(hours.periods)}`
}

/** Minutes of opening left on the day. */
export function minutesLeft(minute: number, periods: readonly OpenPeriod[]): number {
  return periods.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, minute)), 0)
}

/** Open around the clock, every day: midnight ends nothing, and nobody is turned away before it. */
export function neverCloses({ periods, days }: HallHours): boolean {
  return days === 'every-day' && minutesLeft(0, periods) === 24 * 60
}

/** 09:00—12:00、13:30—17:00 */
export function hoursText(periods: readonly OpenPeriod[]): string {
  return periods.map(({ from, to }) => `${clockOf(from)}—${clockOf(to)}`).join('、')
}

function clockOf(minute: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}
