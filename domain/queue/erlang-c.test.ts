import { expect, test } from 'vitest'
import { erlangC, servedWithin, staffingOf, windowsNeeded } from './erlang-c.ts'

test('360 calls a half-hour of four minutes and 55 agents give the published example of the formula', () => {
  // The worked example printed with the formula: load 48, 23.9 % wait, 8.2 s on average, 84.5 % within 15 s.
  const example = { windows: 55, arrivalsPerHour: 720, serviceMinutes: 4 }
  const { utilisation, waitProbability, meanWaitMinutes } = staffingOf(example)
  expect(utilisation).toBeCloseTo(0.873, 3)
  expect(waitProbability).toBeCloseTo(0.239, 3)
  expect((meanWaitMinutes ?? 0) * 60).toBeCloseTo(8.2, 1)
  expect(servedWithin(example, 0.25)).toBeCloseTo(0.845, 2)
})

test('an emergency room with two arrivals an hour and two doctors gives the textbook table', () => {
  // Hillier and Lieberman, County Hospital: λ = 2, μ = 3, s = 2: P(W>0) 0.167, P(W>½ h) 0.022, Wq 1/24 h.
  const county = { windows: 2, arrivalsPerHour: 2, serviceMinutes: 20 }
  expect(erlangC(2, 2 / 3)).toBeCloseTo(1 / 6, 6)
  expect(1 - servedWithin(county, 30)).toBeCloseTo(0.0226, 3)
  expect(staffingOf(county).meanWaitMinutes).toBeCloseTo(60 / 24, 6)
})

test('an eye clinic with three examiners gives the published wait of four twenty-sevenths of an hour', () => {
  // Gross and Harris: λ = 6, 1/μ = 20 min, c = 3: Lq = 8/9, Wq = 4/27 h.
  const clinic = { windows: 3, arrivalsPerHour: 6, serviceMinutes: 20 }
  expect(erlangC(3, 2)).toBeCloseTo(4 / 9, 6)
  expect(staffingOf(clinic).meanWaitMinutes).toBeCloseTo((4 / 27) * 60, 6)
})

test('too few windows never answer in time, and the fewest that do are found', () => {
  const demand = { arrivalsPerHour: 20, serviceMinutes: 9 }
  expect(servedWithin({ ...demand, windows: 3 }, 15)).toBe(0)
  expect(staffingOf({ ...demand, windows: 3 }).meanWaitMinutes).toBeNull()
  const needed = windowsNeeded(demand, { share: 0.9, minutes: 15 }) ?? 0
  expect(servedWithin({ ...demand, windows: needed }, 15)).toBeGreaterThanOrEqual(0.9)
  expect(servedWithin({ ...demand, windows: needed - 1 }, 15)).toBeLessThan(0.9)
  expect(windowsNeeded(demand, { share: 0.9, minutes: 15 }, 2)).toBeUndefined()
})
