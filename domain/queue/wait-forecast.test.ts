import { describe, expect, test } from 'vitest'
import { seededRandom } from './seeded-random.ts'
import { forecastWait, quantile } from './wait-forecast.ts'

const facts = { services: [], usualSeconds: 600, ahead: 0, windows: 3, busy: 3 }

describe('The forecast of the wait', () => {
  test('is none where no window is open, and nothing where one is free', () => {
    expect(forecastWait({ ...facts, windows: 0 })).toBeNull()
    expect(forecastWait({ ...facts, busy: 2 })).toMatchObject({ p50: 0, p90: 0 })
  })

  test('is the same for the same facts, and grows with the people ahead', () => {
    const many = { ...facts, services: [300, 420, 480, 600, 720, 900, 1500] }
    expect(forecastWait({ ...many, ahead: 7 })).toEqual(forecastWait({ ...many, ahead: 7 }))
    const waits = [0, 3, 6, 12, 24].map((ahead) => forecastWait({ ...many, ahead })?.p50 ?? 0)
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
    expect(waits.at(-1)).toBeGreaterThan((waits[0] ?? 0) + 3600)
  })

  test('with services of one length is that length by the places ahead', () => {
    const even = { services: Array.from({ length: 30 }, () => 600), usualSeconds: 60, busy: 1 }
    const { p50, p90, services } = forecastWait({ ...even, windows: 1, ahead: 4 }) ?? {
      p50: 0,
      p90: 0,
      services: 0,
    }
    expect(services).toBe(30)
    expect(p50).toBeGreaterThan(4 * 600)
    expect(p90).toBeLessThanOrEqual(5 * 600)
  })

  test('rests on the configured average until there are facts, and on the facts then', () => {
    const guessed = forecastWait({ ...facts, ahead: 9 })
    expect(guessed?.services).toBe(0)
    const quick = Array.from({ length: 40 }, () => 120)
    const known = forecastWait({ ...facts, ahead: 9, services: quick })
    expect(known?.p50).toBeLessThan((guessed?.p50 ?? 0) / 2)
  })

  test('holds its promise: half of the real waits lie within p50 and nine tenths within p90', () => {
    // Halls of the same law as the facts, each played by a seed of its own.
    const shares = [1, 2, 3, 4, 5, 6].map((seed) => {
      const random = seededRandom(seed * 7919)
      const length = () => 180 + 900 * random() ** 2
      const services = Array.from({ length: 200 }, length)
      const told = forecastWait({ ...facts, services, ahead: 6 }) ?? { p50: 0, p90: 0 }
      const real = Array.from({ length: 800 }, () => {
        // Windows at a moment at which all three are in the middle of a service.
        const free = [0, 1, 2].map(() => leftOf(length, random))
        for (let person = 0; person < 6; person += 1) {
          free.sort((one, other) => one - other)
          free[0] = (free[0] ?? 0) + length()
        }
        return Math.min(...free)
      })
      const within = (limit: number) => real.filter((wait) => wait <= limit).length / real.length
      return [within(told.p50), within(told.p90)] as const
    })
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length
    expect(Math.abs(mean(shares.map(([p50]) => p50)) - 0.5)).toBeLessThan(0.04)
    expect(Math.abs(mean(shares.map(([, p90]) => p90)) - 0.9)).toBeLessThan(0.03)
  })
})

test('A quantile is the smallest value that the share does not exceed', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2)
  expect(quantile([1, 2, 3, 4], 0.9)).toBe(4)
  expect(quantile([], 0.5)).toBe(0)
})

/** What is left of a service at a moment in the middle of a long row of services. */
function leftOf(length: () => number, random: () => number): number {
  const moment = 20_000 + 5_000 * random()
  let at = 0
  while (at <= moment) at += length()
  return at - moment
}
