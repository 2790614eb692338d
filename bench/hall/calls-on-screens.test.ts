import { expect, test } from 'vitest'
import { calledIn, waitsOn } from './calls-on-screens.ts'

test('a call is timed at every screen that heard it, and once at a screen that heard it twice', () => {
  const calls = new Map([
    ['A001-1', 100],
    ['A002-2', 200],
  ])
  const twice = { heard: [heard('A001-1', 110), heard('A001-1', 900), heard('A002-2', 230)] }
  const deaf = { heard: [heard('A001-1', 150)] }
  expect(waitsOn([twice, deaf], calls)).toEqual([10, 30, 50])
})

test('only a message with a call in it is one', () => {
  expect(calledIn('data: {"revision":7,"call":null}')).toBeUndefined()
  expect(calledIn('data: {"revision":8,"call":{"callId":"A001-17","number":"A001"}}')).toEqual({
    callId: 'A001-17',
  })
})

function heard(callId: string, at: number) {
  return { callId, at }
}
