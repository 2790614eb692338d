import { expect, it } from 'vitest'
import { createJobQueue } from './job-queue.ts'

it('hands out what somebody waits for before the backlog, each in the order in which it came', () => {
  const queue = createJobQueue<string>()
  queue.put('backlog 1', 'in-turn')
  queue.put('backlog 2', 'in-turn')
  queue.put('clerk 1', 'awaited')
  queue.put('clerk 2', 'awaited')
  expect(queue.take()).toBe('clerk 1')
  queue.put('backlog 3', 'in-turn')
  expect(queue.takeAll()).toEqual(['clerk 2', 'backlog 1', 'backlog 2', 'backlog 3'])
  expect(queue.take()).toBeUndefined()
})
