import { expect, test } from 'vitest'
import { planDay } from './day-script.ts'

const PERIODS = [
  { from: 540, to: 720 },
  { from: 810, to: 1020 },
]
const SHARES = [
  ['A', 0.85],
  ['D', 0.15],
] as const

test('the demonstration day has the people asked for, the same for the same seed', () => {
  const day = planDay(2026, 150, PERIODS, SHARES)
  expect(day).toEqual(planDay(2026, 150, PERIODS, SHARES))
  expect(day).not.toEqual(planDay(2027, 150, PERIODS, SHARES))
  expect(day.visitors.length + day.noShows.length).toBe(150)
})

test('everything happens in it: priorities, bookings in time and late, people who miss their call, transfers, ratings', () => {
  const { visitors } = planDay(2026, 150, PERIODS, SHARES)
  const booked = visitors.filter(({ bookedMinute }) => bookedMinute !== null)
  const late = booked.filter((one) => one.comesMinute > (one.bookedMinute ?? 0) + 15)
  expect(late.length).toBeGreaterThan(0)
  expect(late.length).toBeLessThan(booked.length / 2)
  expect(visitors.some(({ priorityReason }) => priorityReason !== null)).toBe(true)
  expect(visitors.some(({ stays }) => stays === 'returns')).toBe(true)
  expect(visitors.some(({ turn }) => turn === 'transfer')).toBe(true)
  expect(visitors.some(({ grade }) => grade !== null)).toBe(true)
  const isOpen = (minute: number) => PERIODS.some(({ from, to }) => minute >= from && minute < to)
  expect(visitors.filter(({ comesMinute }) => !isOpen(comesMinute))).toEqual([])
})
