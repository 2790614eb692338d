import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAnnouncer } from './announcer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A voice that takes three seconds a sentence and notes when it speaks; two at once are a fault. */
function hall() {
  const said: string[] = []
  const called = new Set<string>()
  let speaking = 0
  const start = Date.now()
  const announcer = createAnnouncer({
    say: async ({ number, windowId }) => {
      speaking += 1
      said.push(`${(Date.now() - start) / 1_000} ${number}→${windowId}${speaking > 1 ? ' !' : ''}`)
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      speaking -= 1
    },
    isStillCalled: ({ number }) => called.has(number),
    now: () => Date.now(),
  })
  const call = (number: string, windowId: number) => {
    called.add(number)
    announcer.hear({ number, windowId })
  }
  return { said, called, call, announcer }
}
const pass = async (seconds: number) => await vi.advanceTimersByTimeAsync(seconds * 1_000)

test('a number is said three times, 20 seconds apart, while nobody comes', async () => {
  const { said, call } = hall()
  call('A012', 2)
  await pass(120)
  expect(said).toEqual(['0 A012→2', '20 A012→2', '40 A012→2'])
})

test('who has come to the window is called no more', async () => {
  const { said, called, call } = hall()
  call('A012', 2)
  await pass(10)
  called.delete('A012')
  await pass(120)
  expect(said).toEqual(['0 A012→2'])
})

test('numbers called together are said one after the other, never over each other', async () => {
  const { said, call } = hall()
  call('A012', 2)
  call('A013', 1)
  call('B001', 3)
  await pass(30)
  expect(said.slice(0, 3)).toEqual(['0 A012→2', '3 A013→1', '6 B001→3'])
  expect(said.slice(3)).toEqual(['20 A012→2', '23 A013→1', '26 B001→3'])
  expect(said.join('')).not.toContain('!')
})

test('called out again by the clerk it is said at once, unless it was just said; at another window with that window', async () => {
  const { said, call } = hall()
  call('A012', 2)
  await pass(2)
  call('A012', 2)
  await pass(14)
  expect(said).toEqual(['0 A012→2'])
  call('A012', 2)
  await pass(1)
  call('A012', 1)
  await pass(4)
  expect(said).toEqual(['0 A012→2', '16 A012→2', '19 A012→1'])
})

test('a voice that never ends is given up, and the others are heard', async () => {
  const said: string[] = []
  const announcer = createAnnouncer({
    say: ({ number }) => {
      said.push(number)
      return number === 'A001' ? new Promise(() => undefined) : Promise.resolve()
    },
    isStillCalled: () => false,
    now: () => Date.now(),
  })
  announcer.hear({ number: 'A001', windowId: 1 })
  announcer.hear({ number: 'A002', windowId: 1 })
  await pass(25)
  expect(said).toEqual(['A001', 'A002'])
})
