import { expect, test } from 'vitest'
import { toggled } from './toggled.ts'

test('answers to one question are alternatives of one test', () => {
  const once = toggled([], 'kind', 'new')
  expect(toggled(once, 'kind', 'renewal')).toEqual([
    { question: 'kind', oneOf: ['new', 'renewal'] },
  ])
})

test('a question whose last answer is taken away is asked about no longer', () => {
  expect(toggled([{ question: 'kind', oneOf: ['new'] }], 'kind', 'new')).toEqual([])
})
