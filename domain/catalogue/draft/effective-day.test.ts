import { expect, test } from 'vitest'
import { ABA_CALENDAR_DATA } from '../../../catalogue/aba/load-calendar.ts'
import { buildCalendar } from '../../deadline/working-calendar.ts'
import type { LocalDate } from '../../shared/ids.ts'
import { effectiveDayViolation } from './effective-day.ts'

const calendar = buildCalendar(ABA_CALENDAR_DATA)
const codeOf = (on: string, today = '2026-09-01') =>
  effectiveDayViolation(on as LocalDate, today as LocalDate, calendar)?.violation.code

test.each([
  ['today', '2026-09-01', undefined],
  ['a Monday', '2026-09-07', undefined],
  ['a Saturday', '2026-09-05', 'not-a-working-day'],
  ['the National Day', '2026-10-01', 'not-a-working-day'],
  ['a Saturday made a working day (调休)', '2026-10-10', undefined],
  ['yesterday', '2026-08-31', 'effective-day-past'],
  ['a year that is not announced', '2029-03-05', 'calendar-year-missing'],
])('a version may begin on %s', (_, on, code) => {
  expect(codeOf(on)).toBe(code)
})
