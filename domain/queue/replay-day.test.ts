import { describe, expect, test } from 'vitest'
import { servedWithin } from './erlang-c.ts'
import { busiestHour, planWindows, playPlan, type RecordedHall } from './plan-windows.ts'
import { type PlannedWindow, type RecordedArrival, replayDay } from './replay-day.ts'
import { seededRandom } from './seeded-random.ts'

const MINUTE = 60_000
const NINE = Date.parse('2026-03-03T01:00:00.000Z')
const at = (minutes: number) => NINE + minutes * MINUTE

/** A person who comes so many minutes after nine and is served for so many. */
function person(
  ticketId: string,
  comes: number,
  serves: number | null,
  more: Partial<RecordedArrival> = {},
): RecordedArrival {
  return {
    ticketId,
    queue: 'A',
    priority: 'ordinary',
    itemId: null,
    takenAt: at(comes),
    slotAt: null,
    serviceMs: serves === null ? null : serves * MINUTE,
    ...more,
  }
}

function window(windowId: number, more: Partial<PlannedWindow> = {}): PlannedWindow {
  return { windowId, queues: ['A'], open: [{ from: at(0), to: at(180) }], ...more }
}

const minutesOf = (waits: readonly number[]) => waits.map((wait) => wait / MINUTE)

describe('A day played again', () => {
  test('serves in the order of the tickets, and whoever comes before nine waits for the door', () => {
    const people = [person('a', -10, 10), person('b', 0, 10), person('c', 1, 10)]
    expect(minutesOf(replayDay(people, [window(1)]).waits)).toEqual([10, 10, 19])
  })

  test('calls a priority ticket before the ordinary ones, by the rule of the hall, and last without it', () => {
    const people = [
      person('a', 0, 10),
      person('b', 1, 10),
      person('c', 2, 10, { priority: 'priority' }),
    ]
    expect(minutesOf(replayDay(people, [window(1)]).waits)).toEqual([0, 19, 8])
    expect(minutesOf(replayDay(people, [window(1)], 'first-come').waits)).toEqual([0, 9, 18])
  })

  test('calls a booked ticket in its time only', () => {
    const people = [
      person('a', 0, 20),
      person('b', 1, 20),
      person('y', 2, 20, { priority: 'booked', slotAt: at(60) }),
      person('z', 3, 20, { priority: 'booked', slotAt: at(30) }),
    ]
    // At 20 the slot of z counts (from 15 on), that of y does not yet.
    expect(minutesOf(replayDay(people, [window(1)]).waits)).toEqual([0, 39, 58, 17])
  })

  test('goes on after the closing until nobody holds a ticket, and says how long', () => {
    const people = [person('a', 170, 30), person('b', 175, 10)]
    const { waits, overtimeMs } = replayDay(people, [window(1)])
    expect(minutesOf(waits)).toEqual([0, 25])
    expect(overtimeMs / MINUTE).toBe(30)
  })

  test('leaves alone who has no window: neither the queue nor the item is served there', () => {
    const people = [
      person('a', 0, 5, { queue: 'B' }),
      person('b', 0, 5, { itemId: 'aba-36' }),
      person('c', 0, 5, { itemId: 'aba-05' }),
    ]
    const { unserved, waits } = replayDay(people, [window(1, { items: ['aba-05'] })])
    expect({ unserved, served: waits.length }).toEqual({ unserved: 2, served: 1 })
  })

  test('loses a minute with somebody who is called in vain', () => {
    const people = [person('a', 0, null), person('b', 0, 5)]
    expect(minutesOf(replayDay(people, [window(1)]).waits)).toEqual([1])
  })

  test('with random arrivals waits as Erlang C says', () => {
    const random = seededRandom(2026)
    const exponential = (mean: number) => -mean * Math.log(1 - random())
    const demand = { arrivalsPerHour: 20, serviceMinutes: 9 }
    let comes = 0
    const people = Array.from({ length: 12_000 }, (_, index) => {
      comes += exponential(60 / demand.arrivalsPerHour)
      return person(String(index).padStart(5, '0'), comes, exponential(demand.serviceMinutes))
    })
    const open = [{ from: at(0), to: at(comes + 60) }]
    const { waits } = replayDay(
      people,
      [1, 2, 3, 4].map((id) => window(id, { open })),
    )
    const within = (minutes: number) =>
      waits.filter((wait) => wait <= minutes * MINUTE).length / waits.length
    for (const minutes of [0, 5, 15])
      expect(within(minutes)).toBeCloseTo(servedWithin({ ...demand, windows: 4 }, minutes), 1)
  })
})

describe('The planner', () => {
  const random = seededRandom(7)
  const day: RecordedHall = {
    arrivals: Array.from({ length: 60 }, (_, index) =>
      person(`t${String(index).padStart(3, '0')}`, random() * 170, 4 + random() * 8, {
        queue: index % 5 === 0 ? 'B' : 'A',
      }),
    ),
    windows: [
      { windowId: 1, queues: ['A'], from: at(0), to: at(60) },
      { windowId: 1, queues: ['A'], from: at(90), to: at(180) },
      { windowId: 2, queues: ['B'], from: at(0), to: at(60) },
      { windowId: 2, queues: ['B'], from: at(90), to: at(180) },
    ],
  }

  test('gives known windows their queues, further ones all, and everybody the hours of the hall', () => {
    const windows = planWindows(day, { windows: 3, skills: 'as-recorded', rule: 'as-now' })
    expect(windows.map(({ queues }) => queues)).toEqual([['A'], ['B'], ['A', 'B']])
    expect(windows[2]?.open).toEqual([
      { from: at(0), to: at(60) },
      { from: at(90), to: at(180) },
    ])
  })

  test('says how many wait within the target, more of them with every window', () => {
    const shares = [1, 2, 3, 4, 6, 8].map(
      (windows) => playPlan(day, { windows, skills: 'all', rule: 'as-now' }, 15).within,
    )
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect(shares.at(-1)).toBeGreaterThan(0.7)
    expect(shares[0]).toBeLessThan(0.3)
  })

  test('finds the busiest hour for Erlang C, and nothing in a day on which nobody was served', () => {
    const busiest = busiestHour(day)
    expect(busiest?.arrivalsPerHour).toBeGreaterThan(15)
    expect(busiest?.serviceMinutes).toBeGreaterThan(6)
    expect(busiestHour({ arrivals: [person('a', 0, null)], windows: [] })).toBeUndefined()
  })
})
