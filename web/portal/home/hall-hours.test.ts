import { expect, test } from 'vitest'
import { nextWorkingDay } from './hall-hours.ts'

const DAYS = [
  { date: '2026-10-01', kind: 'off' },
  { date: '2026-10-02', kind: 'off' },
  { date: '2026-10-10', kind: 'work' },
] as const

test.each([
  ['before a holiday it lies behind it and the weekend', '2026-09-30', '2026-10-05'],
  ['before a make-up Saturday it is that Saturday', '2026-10-09', '2026-10-10'],
  ['on an ordinary day it is the day after', '2026-10-12', '2026-10-13'],
])('%s', (_, today, next) => expect(nextWorkingDay(DAYS, today)).toBe(next))
