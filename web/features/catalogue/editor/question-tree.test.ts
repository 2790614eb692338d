import { expect, test } from 'vitest'
import type { SituationQuestion } from '../../../../domain/catalogue/situation.ts'
import { questionTree } from './question-tree.ts'

const asked = (id: string, ...nexts: readonly (string | null)[]): SituationQuestion => ({
  id,
  text: id,
  help: null,
  options: nexts.map((next, at) => ({ value: `v${at}`, label: `选项${at}`, next, stop: null })),
})

test('a question stands right of every question that leads to it', () => {
  const tree = questionTree([asked('a', 'b', 'c'), asked('b', 'c'), asked('c', null)])
  expect(tree.nodes.map(({ column }) => column)).toEqual([0, 1, 2])
  expect(tree.edges).toEqual([
    { from: 0, option: 0, to: 1 },
    { from: 0, option: 1, to: 2 },
    { from: 1, option: 0, to: 2 },
  ])
})

test('a question that no answer leads to is shown as unreachable', () => {
  const tree = questionTree([asked('a', null), asked('lost', null)])
  expect(tree.nodes.map(({ unreachable }) => unreachable)).toEqual([false, true])
  expect(tree.nodes[1]?.column).toBe(1)
})

test('an answer that leads to a question that is not there leads nowhere', () => {
  expect(questionTree([asked('a', 'gone')]).edges).toEqual([{ from: 0, option: 0, to: null }])
})

test('questions in a circle are drawn all the same', () => {
  const tree = questionTree([asked('a', 'b'), asked('b', 'a')])
  expect(tree.nodes).toHaveLength(2)
})
