import { expect, test } from 'vitest'
import { createTokenBuckets } from './token-bucket.ts'

test('a burst goes ahead, the next one waits as long as it takes to fill again', () => {
  let now = 0
  const { take } = createTokenBuckets({ burst: 2, perSecond: 0.5 }, { now: () => now })
  expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 2])
  now = 1_000
  expect(take('a')).toBe(1)
  now = 2_000
  expect(take('a')).toBe(0)
  expect(take('b')).toBe(0)
})

test('a clock that is set back takes nothing away', () => {
  let now = 10_000
  const { take } = createTokenBuckets({ burst: 2, perSecond: 1 }, { now: () => now })
  take('a')
  now = 0
  expect(take('a')).toBe(0)
})

test('however many keys come, only so many are held, and the busiest is not forgotten', () => {
  const { take } = createTokenBuckets({ burst: 1, perSecond: 0.001 }, { most: 100, now: () => 0 })
  expect(take('busy')).toBe(0)
  for (let stranger = 0; stranger < 1_000; stranger += 1) {
    take(`stranger ${stranger}`)
    expect(take('busy')).toBeGreaterThan(0)
  }
  expect(take('stranger 0')).toBe(0)
})
