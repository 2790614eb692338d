import { expect, test } from 'vitest'
import { networkProblem } from '../api-problem.ts'
import { askAtCounter } from './ask-at-counter.ts'
import { refusal } from './open-requests.ts'

type Means = Parameters<typeof askAtCounter>[0]
type Rating = Parameters<Means['rate']>[0]

function counter(over: Partial<Means> = {}) {
  const sent: Rating[] = []
  const asked: string[] = []
  const means: Means = {
    open: async () => ({ ticketId: 't1', number: 'A012' }),
    ask: async (prompt) => {
      asked.push(prompt)
      return { ok: true, value: { grade: 4, text: '' } }
    },
    rate: async (rating) => void sent.push(rating),
    newId: () => 'c1',
    signal: new AbortController().signal,
    ...over,
  }
  return { means, sent, asked }
}

test('what was pressed is the grade of the service that ended, and the question names it', async () => {
  const { means, sent, asked } = counter()
  expect(await askAtCounter(means)).toBe('')
  expect(asked[0]).toContain('A012')
  expect(sent).toEqual([{ commandId: 'c1', ticketId: 't1', grade: 4 }])
})

test('nobody pressed, or the next was called: no grade, and nothing for the clerk to do', async () => {
  for (const code of ['person-timeout', 'was-cancelled'] as const) {
    const { means, sent } = counter({ ask: async () => refusal(code) })
    expect(await askAtCounter(means)).toBe('')
    expect(sent).toEqual([])
  }
  const { means, asked } = counter({ open: async () => null })
  await askAtCounter(means)
  expect(asked).toEqual([])
})

test('a broken evaluator is one sentence, and a lost answer is sent again as the same grade', async () => {
  const broken = counter({ ask: async () => refusal('device-timeout') })
  expect(await askAtCounter(broken.means)).toContain('设备五秒内没有回应')
  let lost = 1
  const sent: Rating[] = []
  const { means } = counter({
    rate: async (rating) => {
      sent.push(rating)
      if (lost-- > 0) throw networkProblem()
    },
  })
  expect(await askAtCounter(means)).toBe('')
  expect(sent.map(({ commandId }) => commandId)).toEqual(['c1', 'c1'])
})
