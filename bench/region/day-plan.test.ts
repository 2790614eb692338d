import { expect, test } from 'vitest'
import type { Instant } from '../../domain/shared/ids.ts'
import { weekdayOf } from '../../domain/shared/local-date.ts'
import { BENCH_REFERENCE } from './bench-catalogue.ts'
import { applicationsByDay, livesOf } from './day-plan.ts'
import { workingDaysUntil } from './working-days.ts'

const days = workingDaysUntil('2026-11-20T09:30:00.000Z' as Instant, BENCH_REFERENCE.calendar)

test('the days are the working days of three calendar years, make-up workdays among them', () => {
  expect(days[0]).toBe('2024-01-02')
  expect(days.at(-1)).toBe('2026-11-20')
  expect(days).toContain('2026-10-10')
  expect(days).not.toContain('2026-10-05')
})

test.each([300, 10_000, 1_000_000])('%i applications are shared out to the last one', (count) => {
  const byDay = applicationsByDay(days, count, 1, new Map([[10, 3]]))
  expect(byDay.reduce((sum, today) => sum + today, 0)).toBe(count)
  expect(byDay[10]).toBeGreaterThanOrEqual(3)
})

test('Mondays bring more than Fridays, March more than February', () => {
  const byDay = applicationsByDay(days, 1_000_000, 1, new Map())
  const mean = (wanted: (day: string) => boolean) => {
    const those = byDay.filter((_, at) => wanted(days[at] ?? ''))
    return those.reduce((sum, today) => sum + today, 0) / those.length
  }
  const on = (weekday: string) => mean((day) => weekdayOf(day as never) === weekday)
  expect(on('monday')).toBeGreaterThan(on('friday') * 1.2)
  expect(mean((day) => day.slice(5, 7) === '03')).toBeGreaterThan(
    mean((day) => day.slice(5, 7) === '02') * 1.5,
  )
})

test('a day has as many lives as it can show, and a small one no more than applications', () => {
  expect(livesOf(0, 0, 700)).toBe(0)
  expect(livesOf(1, 0, 700)).toBe(1)
  expect(livesOf(1_400, 0, 700)).toBe(12)
  expect(livesOf(1_400, 699, 700)).toBe(60)
})
