import { expect, it } from 'vitest'
import { createFairQueue } from './fair-queue.ts'

it('runs no more at once than it is allowed, and all in the end, failures too', async () => {
  const queue = createFairQueue(2)
  let running = 0
  let most = 0
  const results = await Promise.allSettled(
    Array.from({ length: 500 }, async (_, at) =>
      queue.run('the hall', async () => {
        running += 1
        most = Math.max(most, running)
        await new Promise((resolve) => setImmediate(resolve))
        running -= 1
        if (at % 100 === 0) throw new Error('no memory')
        return at
      }),
    ),
  )
  expect(most).toBe(2)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(495)
})

it('gives whoever comes alone the next turn, however many stand in a hall', async () => {
  const queue = createFairQueue(1)
  const order: string[] = []
  const come = (key: string, name: string) =>
    queue.run(key, async () => {
      await new Promise((resolve) => setImmediate(resolve))
      order.push(name)
    })
  const hall = Array.from({ length: 20 }, (_, at) => come('hall', `hall ${at}`))
  await come('alone', 'alone')
  expect(order).toEqual(['hall 0', 'hall 1', 'alone'])
  await Promise.all(hall)
  expect(order.slice(3)).toEqual(Array.from({ length: 18 }, (_, at) => `hall ${at + 2}`))
})

it('leaves for later what nobody waits for', async () => {
  const queue = createFairQueue(1)
  const order: string[] = []
  const work = (name: string) => async () => {
    await new Promise((resolve) => setImmediate(resolve))
    order.push(name)
  }
  const first = queue.run('a', work('first'))
  const renewed = new Promise<void>((resolve) =>
    queue.runLater(async () => {
      await work('renewed')()
      resolve()
    }),
  )
  await Promise.all([first, queue.run('a', work('second')), queue.run('b', work('third')), renewed])
  expect(order).toEqual(['first', 'second', 'third', 'renewed'])
})
