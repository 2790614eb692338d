import { expect, test } from 'vitest'
import { idleAt } from './idle-clock.ts'

const second = (at: number) => at * 1_000

test.each([
  [0, { phase: 'used', left: 60 }],
  [44, { phase: 'used', left: 16 }],
  [45, { phase: 'warned', left: 15 }],
  [59.5, { phase: 'warned', left: 1 }],
  [60, { phase: 'over' }],
  [7_200, { phase: 'over' }],
])('%d seconds after the last touch', (at, state) =>
  expect(idleAt(second(100), second(100 + at))).toEqual(state),
)
test('a first page that nobody has touched has nothing to wipe, however long it stands', () =>
  expect(idleAt(null, second(1_000_000))).toEqual({ phase: 'resting' }))
