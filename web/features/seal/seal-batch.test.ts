import { expect, test } from 'vitest'
import { ApiProblem, networkProblem } from '../../api/api-problem.ts'
import { answered, beginBatch, retried, started, tallyOf, tallyWords } from './seal-batch.ts'

const refusal = (code: string) => new ApiProblem({ code, detail: '', status: 409 })
const batch = beginBatch([
  { applicationId: 'a', version: 7 },
  { applicationId: 'b', version: 8 },
  { applicationId: 'c', version: 9 },
])

test('one refused application does not hold up the others', () => {
  const after = answered(
    answered(started(batch, 'a'), 'a', null),
    'b',
    refusal('seal-mode-unconfirmed'),
  )
  expect(after.map(({ state }) => state)).toEqual(['sealed', 'refused', 'waiting'])
  expect(tallyOf(after)).toEqual({ sealed: 1, refused: 1, unanswered: 0 })
  expect(tallyWords(tallyOf(after))).toBe('已盖章 1 份，1 份没有盖成')
})

test('what somebody else moved is asked again on the version that is now', () => {
  const [entry] = retried(answered(batch, 'a', refusal('changed-meanwhile')), () => 12)
  expect(entry).toMatchObject({ state: 'waiting', version: 12, problem: null })
})

test('what was never answered is asked again as it was: it is the same act', () => {
  const [entry] = retried(answered(batch, 'a', networkProblem()), () => 12)
  expect(entry).toMatchObject({ state: 'waiting', version: 7 })
  expect(tallyWords(tallyOf(answered(batch, 'a', networkProblem())))).toBe(
    '已盖章 0 份，1 份没有收到答复',
  )
})

test('a lawful refusal is not asked again', () => {
  const after = answered(batch, 'a', refusal('hash-mismatch'))
  expect(retried(after, () => 12)).toEqual(after)
})

test('what somebody else returned meanwhile is not asked again', () => {
  const after = answered(batch, 'a', refusal('changed-meanwhile'))
  expect(retried(after, () => 12, new Set(['a']))).toEqual(after)
})
