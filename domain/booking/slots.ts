import {
  addWorkingDays,
  holidayOf,
  isWorkingDay,
  type WorkingCalendar,
} from '../deadline/working-calendar.ts'
import type { OpenPeriod } from '../hall/hall-configuration.ts'
import type { LocalDate } from '../shared/ids.ts'
import { nextDay } from '../shared/local-date.ts'
import type { BookingRules } from './booking-rules.ts'

/** Minutes after midnight. */
export type Slot = { readonly startsMinute: number; readonly endsMinute: number }

/** Whole slots within the opening hours: a rest shorter than one slot takes nobody. */
export function slotsOf(periods: readonly OpenPeriod[], slotMinutes: number): Slot[] {
  return periods.flatMap(({ from, to }) =>
    Array.from({ length: Math.max(0, Math.floor((to - from) / slotMinutes)) }, (_, index) => ({
      startsMinute: from + index * slotMinutes,
      endsMinute: from + (index + 1) * slotMinutes,
    })),
  )
}

/** The days that may be booked today: from the next working day on; 调休 counts as the working day it is. */
export function bookableDays(
  today: LocalDate,
  calendar: WorkingCalendar,
  { daysAhead }: BookingRules,
): LocalDate[] {
  return Array.from({ length: daysAhead }, (_, index) => addWorkingDays(today, index + 1, calendar))
}

/** Every calendar day from tomorrow to the last bookable one, with why it is closed; null: open. */
export function daysAhead(
  today: LocalDate,
  calendar: WorkingCalendar,
  rules: BookingRules,
): { readonly day: LocalDate; readonly closedBecause: string | null }[] {
  const last = addWorkingDays(today, rules.daysAhead, calendar)
  const days: { day: LocalDate; closedBecause: string | null }[] = []
  for (let day = nextDay(today); day <= last; day = nextDay(day))
    days.push({ day, closedBecause: closedBecause(day, calendar) })
  return days
}

/** 国庆节, 周末: why a day has no appointments; null on a working day. */
export function closedBecause(day: LocalDate, calendar: WorkingCalendar): string | null {
  return isWorkingDay(day, calendar) ? null : (holidayOf(day, calendar) ?? '周末')
}

/** 570 is 09:30. */
export function clockOf(minute: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

/** 09:30 is 570. */
export function minuteOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':')
  return Number(hours) * 60 + Number(minutes)
}
