import { describe, expect, test } from 'vitest'
import { outlookOf, type QueueSituation } from './forecast-queue.ts'
import { seededRandom } from './seeded-random.ts'
import type { WaitingTicket } from './ticket.ts'
import { forecastAt, forecastWaits, quantile, sampleOf, type WindowNow } from './wait-forecast.ts'

const FREE: WindowNow = { serving: null }
const lineOf = (length: number, sample: readonly number[]) => Array.from({ length }, () => sample)

describe('The forecast of the wait', () => {
  test('is none where no window is open, and nothing where one is free', () => {
    expect(forecastWaits(lineOf(3, [600]), [])).toEqual([])
    expect(forecastWaits([], [FREE])).toEqual([{ p50: 0, p90: 0 }])
  })

  test('is the same for the same facts, and grows from place to place', () => {
    const sample = [300, 420, 480, 600, 720, 900, 1500]
    const busy: WindowNow = { serving: { sample, since: 100 } }
    const forecasts = forecastWaits(lineOf(24, sample), [busy, busy, FREE])
    expect(forecasts).toEqual(forecastWaits(lineOf(24, sample), [busy, busy, FREE]))
    const waits = forecasts.map(({ p50 }) => p50)
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
    expect(waits.at(-1)).toBeGreaterThan(3600)
  })

  test('with services of one length is that length by the places ahead, less what has gone of the one in hand', () => {
    const window: WindowNow = { serving: { sample: [600], since: 240 } }
    const forecasts = forecastWaits(lineOf(4, [600]), [window])
    expect(forecasts.map(({ p50 }) => p50)).toEqual([360, 960, 1560, 2160, 2760])
  })

  test('rests on the configured average until there are facts, and on the facts then', () => {
    const guessed = sampleOf([], 900)
    expect(guessed.reduce((sum, length) => sum + length, 0) / guessed.length).toBeCloseTo(900, 6)
    expect(sampleOf([120, 130], 900)).toHaveLength(12)
    const many = Array.from({ length: 40 }, () => 120)
    expect(sampleOf(many, 900)).toEqual(many)
  })

  test('of a line longer than was played through grows as the line', () => {
    const forecasts = forecastWaits(lineOf(300, [60]), [FREE])
    expect(forecasts).toHaveLength(201)
    expect(forecastAt(forecasts, 400)?.p50).toBeCloseTo((200 * 60 * 401) / 201, 6)
    expect(forecastAt([], 0)).toBeNull()
  })

  test('holds its promise: half of the real waits lie within p50 and nine tenths within p90', () => {
    // Halls of the same law as the facts, each played by a seed of its own from a moment in the middle of three services.
    const shares = [1, 2, 3, 4, 5, 6].map((seed) => {
      const random = seededRandom(seed * 7919)
      const length = () => 180 + 900 * random() ** 2
      const sample = Array.from({ length: 200 }, length)
      const since = [60, 200, 350]
      const windows = since.map((seconds) => ({ serving: { sample, since: seconds } }))
      const told = forecastWaits(lineOf(6, sample), windows)[6] ?? { p50: 0, p90: 0 }
      const real = Array.from({ length: 800 }, () => {
        const free = since.map((seconds) => restOf(length, seconds))
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

describe('The outlook of a queue', () => {
  const ticket = (ticketId: string, queue: 'A' | 'D', takenAt: number): WaitingTicket => ({
    ticketId,
    queue,
    priority: 'ordinary',
    takenAt,
    slotAt: null,
    itemId: null,
    band: 'line',
    letPass: 0,
  })
  const situation: QueueSituation = {
    now: 1_000_000,
    usualMinutes: { A: 15, D: 5 },
    onDuty: [{ queues: ['A', 'D'], serving: null }],
    waiting: [ticket('a', 'A', 1), ticket('b', 'A', 2), ticket('d', 'D', 3)],
    recentOf: () => [],
    services: {
      A: Array.from({ length: 20 }, () => 600),
      D: Array.from({ length: 20 }, () => 120),
    },
  }

  test('counts everybody at the shared windows, each by the time of its own queue', () => {
    const { aheadOf, forecastAt: at, windows, services } = outlookOf(situation, 'D')
    expect({ windows, services }).toEqual({ windows: 1, services: 40 })
    expect([aheadOf('a'), aheadOf('d'), aheadOf()]).toEqual([0, 2, 3])
    expect([at(aheadOf('d'))?.p50, at(aheadOf())?.p50]).toEqual([1200, 1320])
  })

  test('is none where nobody sits at a window of the queue', () => {
    const { windows, forecastAt: at } = outlookOf({ ...situation, onDuty: [] }, 'A')
    expect({ windows, told: at(0) }).toEqual({ windows: 0, told: null })
  })
})

test('A quantile is the smallest value that the share does not exceed', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2)
  expect(quantile([1, 2, 3, 4], 0.9)).toBe(4)
  expect(quantile([], 0.5)).toBe(0)
})

/** What is left of a service that has lasted so long. */
function restOf(length: () => number, since: number): number {
  for (;;) {
    const whole = length()
    if (whole > since) return whole - since
  }
}
