import { expect, test } from 'vitest'
import { longestWait } from './longest-wait.ts'

const NOW = Date.parse('2026-11-23T02:30:00Z')
const ticket = (queue: 'A' | 'D', status: 'waiting' | 'serving', minutesAgo: number) => ({
  queue,
  status,
  takenAt: new Date(NOW - minutesAgo * 60_000).toISOString(),
})

test('the longest wait counts those who wait, queue by queue', () => {
  const tickets = [
    ticket('A', 'waiting', 4),
    ticket('A', 'waiting', 11),
    ticket('A', 'serving', 40),
  ]
  expect(longestWait(tickets, 'A', NOW)).toBe(660)
  expect(longestWait(tickets, 'D', NOW)).toBeNull()
})
