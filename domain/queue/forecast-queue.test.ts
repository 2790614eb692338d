import { expect, test } from 'vitest'
import { outlookOf, type QueueSituation } from './forecast-queue.ts'

const SERVICES = { A: Array.from({ length: 40 }, (_, index) => 200 + 10 * index) }
const ticket = (place: number) =>
  ({
    ticketId: `ticket-${place}`,
    queue: 'A',
    priority: 'ordinary',
    takenAt: place,
    slotAt: null,
    itemId: null,
    band: 'line',
    letPass: 0,
  }) as const
const hall = (people: number, over: Partial<QueueSituation> = {}): QueueSituation => ({
  now: 1_000_000,
  usualMinutes: {},
  onDuty: [{ queues: ['A'], serving: { queue: 'A', calledAt: 990_000 } }],
  waiting: Array.from({ length: people }, (_, place) => ticket(place)),
  recentOf: () => [],
  services: SERVICES,
  boostedShare: 0,
  ...over,
})

test('a line that was played through a moment ago stands for it while people join, and their places are their own', () => {
  const { played, aheadOf } = outlookOf(hall(3), 'A')
  const after = outlookOf(hall(5, { now: 1_003_000 }), 'A', played)
  expect(after.played).toBe(played)
  expect([aheadOf(), after.aheadOf(), after.aheadOf('ticket-4')]).toEqual([3, 5, 4])
  expect(after.forecastAt(5)?.p50).toBeGreaterThan(after.forecastAt(4)?.p50 ?? 0)
})

test.each([
  ['a window became free', hall(3, { onDuty: [{ queues: ['A'], serving: null }] })],
  ['seconds have gone', hall(3, { now: 1_006_000 })],
  ['the line outgrew it', hall(40)],
  ['other services are known', hall(3, { services: { A: [60] } })],
])('it is played again when %s', (_, situation) => {
  const { played } = outlookOf(hall(3), 'A')
  expect(outlookOf(situation, 'A', played).played).not.toBe(played)
})

test('a line longer than is ever played through is not played again for everybody who joins', () => {
  const { played } = outlookOf(hall(300), 'A')
  expect(outlookOf(hall(301), 'A', played).played).toBe(played)
})
