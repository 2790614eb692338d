import { expect, test } from 'vitest'
import { durationWords, minutesWords, secondsSince } from './duration-words.ts'

test('a time is said in the units that a clerk would say', () => {
  expect([45, 134, 3_900].map(durationWords)).toEqual(['45 秒', '2 分 14 秒', '1 小时 5 分'])
  expect([59, 720, 3_900].map(minutesWords)).toEqual(['不到 1 分钟', '12 分钟', '1 小时 5 分'])
})

test('a clock that lags behind the server gives no negative time', () => {
  const at = '2026-11-23T02:00:00.000Z'
  expect(secondsSince(at, Date.parse(at) - 3_000)).toBe(0)
  expect(secondsSince(at, Date.parse(at) + 61_500)).toBe(61)
})
