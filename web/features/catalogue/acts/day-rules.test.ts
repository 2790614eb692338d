import { expect, test } from 'vitest'
import year2026 from '../../../../catalogue/aba/calendar/2026.json' with { type: 'json' }
import { dayRulesOf, monthAfter, monthOf, nextWorkingDay } from './day-rules.ts'

const rules = dayRulesOf([year2026 as Parameters<typeof dayRulesOf>[0][number]])

test('the working day after the last one before National Day lies behind the holiday', () => {
  const day = nextWorkingDay('2026-09-30', rules)
  expect((day ?? '') > '2026-10-07').toBe(true)
  expect(monthOf('2026-10', rules).find((one) => one?.date === day)?.working).toBe(true)
})

test('a month begins under its weekday and names its holidays', () => {
  const october = monthOf('2026-10', rules)
  // 1 October 2026 is a Thursday.
  expect(october.findIndex((one) => one !== null)).toBe(3)
  expect(october[3]).toMatchObject({ date: '2026-10-01', working: false, mark: '国庆节' })
  expect(october.filter((one) => one !== null)).toHaveLength(31)
})

test('a day of a year that is not announced is no day to publish for', () => {
  expect(nextWorkingDay('2026-12-30', rules)).toBe('2026-12-31')
  expect(nextWorkingDay('2026-12-31', rules)).toBeNull()
})

test('months go over the turn of the year', () => {
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
})
