import { describe, expect, test } from 'vitest'
import {
  dayOf,
  dueWords,
  longDate,
  longMinute,
  monthDay,
  remainingShort,
  remainingWords,
  shortMinute,
  weekdayName,
} from './dates.ts'

describe('dates as people read them', () => {
  test('a day', () => expect(longDate('2026-03-09')).toBe('2026年3月9日'))
  test('a day of this year', () => expect(monthDay('2026-12-01')).toBe('12月1日'))
  test('a day of the week', () => expect(weekdayName('2026-03-24')).toBe('星期二'))
  test('an instant after 16:00 UTC is the next day in China', () => {
    expect(dayOf('2026-03-09T16:30:00.000Z')).toBe('2026-03-10')
    expect(longMinute('2026-03-09T16:30:00.000Z')).toBe('2026年3月10日 00:30')
    expect(shortMinute('2026-12-31T23:59:00.000Z')).toBe('1月1日 07:59')
  })
})

describe('what remains', () => {
  test.each([
    [3, '还剩 3 个工作日', '还剩 3'],
    [0, '今天到期', '今天到期'],
    [-2, '已超 2 个工作日', '已超 2'],
    [null, '', ''],
  ])('%s working days', (remaining, long, short) => {
    expect(remainingWords(remaining)).toBe(long)
    expect(remainingShort(remaining)).toBe(short)
  })
  test('a paused limit has no date, only what remains', () =>
    expect(dueWords({ state: 'paused', on: null, remaining: 7 })).toBe('暂停（剩余 7 个工作日）'))
  test('a running limit has both', () =>
    expect(dueWords({ state: 'running', on: '2026-04-08', remaining: 3 })).toBe(
      '2026年4月8日（还剩 3 个工作日）',
    ))
  test('a clock that does not run', () =>
    expect(dueWords({ state: 'none', on: null, remaining: null })).toBe('无'))
})
