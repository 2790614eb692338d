import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { backOff, createWatchdog } from './watchdog.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())
const pass = async (seconds: number) => await vi.advanceTimersByTimeAsync(seconds * 1_000)

function kiosk(falls = 1) {
  const seen: string[] = []
  const server = { there: true, asked: 0 }
  const watchdog = createWatchdog({
    probe: () => {
      server.asked += 1
      return server.there ? Promise.resolve() : Promise.reject(new Error('gone'))
    },
    onState: (state) => void seen.push(state),
    reload: () => void seen.push('reload'),
    countFall: () => falls,
  })
  return { seen, server, watchdog }
}

test('one lost answer stops nothing; a server that is gone does, and the kiosk begins anew when it is back', async () => {
  const { seen, server } = kiosk()
  await pass(21)
  server.there = false
  await pass(20)
  expect(seen).toEqual([])
  server.there = true
  await pass(25)
  expect(seen).toEqual([])
  server.there = false
  await pass(30)
  expect(seen).toEqual(['no-line'])
  const asked = server.asked
  await pass(600)
  expect(server.asked - asked).toBeLessThan(16)
  server.there = true
  await pass(61)
  expect(seen).toEqual(['no-line', 'reload'])
})

test('a page that broke says so and begins anew once, later each time it falls again', async () => {
  const { seen, watchdog } = kiosk(2)
  watchdog.fall()
  watchdog.fall()
  await pass(9)
  expect(seen).toEqual(['broken'])
  await pass(2)
  expect(seen).toEqual(['broken', 'reload'])
  expect([1, 2, 3, 9].map((falls) => backOff(falls, 5_000))).toEqual([
    5_000, 10_000, 20_000, 60_000,
  ])
})
