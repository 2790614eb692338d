import { expect, test } from 'vitest'
import { createListBeat, LONGEST_BEAT } from './list-beat.ts'

const even = () => 0.5

test('in a quiet hall lists follow at once, every time', () => {
  const beat = createListBeat(even)
  expect([0, 5_000, 10_000].map((now) => beat.waitAt(now))).toEqual([200, 200, 200])
})

test('while acts go on coming the pauses grow to ten seconds and no further', () => {
  const beat = createListBeat(even)
  let now = 0
  const waits = Array.from({ length: 9 }, () => {
    const wait = beat.waitAt(now)
    now += wait + 10
    return wait
  })
  expect(waits).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000, 10_000])
})

test('when it becomes quiet again the next act is followed at once', () => {
  const beat = createListBeat(even)
  for (let now = 0; now < 60_000;) now += beat.waitAt(now)
  expect(beat.waitAt(60_000 + 3 * LONGEST_BEAT)).toBe(200)
})

test('screens of a busy hall do not all ask at the same moment', () => {
  const waits = [0, 0.25, 0.5, 1].map((chance) => {
    const beat = createListBeat(() => chance)
    beat.waitAt(0)
    return beat.waitAt(201)
  })
  expect(waits).toEqual([300, 350, 400, 500])
})
