import { expect, test } from 'vitest'
import type { Instant } from '../shared/ids.ts'
import { sendableAt } from './quiet-hours.ts'

test.each([
  // 20:59 in China
  ['2026-03-02T12:59:00.000Z', '2026-03-02T12:59:00.000Z'],
  // 21:00
  ['2026-03-02T13:00:00.000Z', '2026-03-03T00:00:00.000Z'],
  // 23:30 on the last day of a year
  ['2026-12-31T15:30:00.000Z', '2027-01-01T00:00:00.000Z'],
  // 00:10
  ['2026-03-02T16:10:00.000Z', '2026-03-03T00:00:00.000Z'],
  // 07:59
  ['2026-03-02T23:59:59.000Z', '2026-03-03T00:00:00.000Z'],
  // 08:00
  ['2026-03-03T00:00:00.000Z', '2026-03-03T00:00:00.000Z'],
])('a courtesy of %s goes at %s', (at, goes) => {
  expect(sendableAt('courtesy', at as Instant)).toBe(goes)
})

test('a legal notice goes at any hour', () => {
  expect(sendableAt('legal', '2026-03-02T18:00:00.000Z' as Instant)).toBe(
    '2026-03-02T18:00:00.000Z',
  )
})
