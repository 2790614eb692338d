import { expect, test } from 'vitest'
import { median, percentiles } from './percentiles.ts'

test('of a hundred values the 95th percentile is the 95th', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at)
  expect(percentiles(values)).toEqual({ p50: 50, p95: 95, p99: 99, max: 100 })
})

test('one value is every percentile, none has none', () => {
  expect(percentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7, max: 7 })
  expect(percentiles([]).p95).toBeNaN()
})

test('the median of an even count lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([9, 1, 5])).toBe(5)
})
