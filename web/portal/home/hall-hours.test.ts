import { expect, test } from 'vitest'
import { hallStatus } from './hall-hours.ts'

const DAYS = [
  { date: '2026-10-01', kind: 'off' },
  { date: '2026-10-02', kind: 'off' },
  { date: '2026-10-10', kind: 'work' },
] as const
const at = (hours: number, minutes: number) => hours * 60 + minutes

test.each([
  ['in the morning', '2026-09-30', at(9, 0), true],
  ['at noon', '2026-09-30', at(12, 0), false],
  ['in the afternoon', '2026-09-30', at(16, 59), true],
  ['in the evening', '2026-09-30', at(17, 0), false],
  ['on a holiday', '2026-10-01', at(10, 0), false],
  ['on a weekend', '2026-10-04', at(10, 0), false],
  ['on a make-up Saturday', '2026-10-10', at(10, 0), true],
])('%s the hall is as the calendar says', (_, day, minute, open) =>
  expect(hallStatus(DAYS, day, minute).open).toBe(open),
)
test('before a holiday the next working day lies behind it and the weekend', () =>
  expect(hallStatus(DAYS, '2026-09-30', 0).next).toBe('2026-10-05'))
