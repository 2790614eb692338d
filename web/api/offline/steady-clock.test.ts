import { expect, test } from 'vitest'
import { steadyClock } from './steady-clock.ts'

const NINE = Date.parse('2026-03-02T01:00:00.000Z')
const HOUR = 3_600_000

function device(origin: number) {
  let elapsed = 0
  return { origin, elapsed: () => elapsed, pass: (ms: number) => (elapsed += ms) }
}

test('a kiosk three hours fast writes down the real time, also when its clock is set while the line is gone', () => {
  const kiosk = device(NINE + 3 * HOUR)
  const clock = steadyClock(kiosk, null)
  clock.hear(NINE)
  kiosk.pass(HOUR)
  expect(clock.now()).toEqual({
    now: NINE + HOUR,
    device: NINE + 4 * HOUR,
    aheadMs: -3 * HOUR,
    steady: true,
  })
})

test('after a reload without a server it counts with what it learned before', () => {
  const clock = steadyClock(device(NINE + 3 * HOUR), { aheadMs: -3 * HOUR })
  expect(clock.now()).toMatchObject({ now: NINE, steady: false })
})

test('a device that never heard the server says so', () => {
  expect(steadyClock(device(NINE), null).now()).toMatchObject({ aheadMs: null, steady: false })
})
