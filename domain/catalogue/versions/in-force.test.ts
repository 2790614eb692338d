import { expect, test } from 'vitest'
import type { LocalDate } from '../../shared/ids.ts'
import { inForceOn, nextScheduled, nextVersion, standingOf } from './in-force.ts'

const day = (text: string) => text as LocalDate
const version = (number: number, effectiveOn: string) => ({
  version: number,
  effectiveOn: day(effectiveOn),
})
const first = version(1, '2020-01-01')
const second = version(2, '2026-03-02')
const third = version(3, '2026-05-06')
const all = [first, second, third]

test('a version is in force from its own day, not from the day before', () => {
  expect(inForceOn(all, day('2026-03-01'))).toBe(first)
  expect(inForceOn(all, day('2026-03-02'))).toBe(second)
  expect(inForceOn(all, day('2026-12-31'))).toBe(third)
})

test('before the first version nothing is in force', () => {
  expect(inForceOn(all, day('2019-12-31'))).toBeUndefined()
})

test('the next one is the earliest to come', () => {
  expect(nextScheduled(all, day('2026-02-01'))).toBe(second)
  expect(nextScheduled(all, day('2026-03-02'))).toBe(third)
  expect(nextScheduled(all, day('2026-05-06'))).toBeUndefined()
})

test('a later version for an earlier day overtakes one that is scheduled: that never comes into force', () => {
  const hurried = version(4, '2026-04-07')
  const versions = [...all, hurried]
  expect(inForceOn(versions, day('2026-05-06'))).toBe(hurried)
  expect(nextScheduled(versions, day('2026-04-08'))).toBeUndefined()
  expect(standingOf(versions, 3, day('2026-04-01'))).toBe('past')
  expect(standingOf(versions, 4, day('2026-04-01'))).toBe('scheduled')
  expect(standingOf(versions, 2, day('2026-04-01'))).toBe('in-force')
  expect(standingOf(versions, 1, day('2026-04-01'))).toBe('past')
})

test('numbers go on from the highest', () => {
  expect(nextVersion(all)).toBe(4)
  expect(nextVersion([])).toBe(1)
})
