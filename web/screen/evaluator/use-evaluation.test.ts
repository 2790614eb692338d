import { expect, test } from 'vitest'
import { withNews, type EvaluationState } from './use-evaluation.ts'

const open = { ticketId: 't1', number: 'A012', until: '2026-11-23T02:01:00Z' }
const next = { ticketId: 't2', number: 'A013', until: '2026-11-23T02:09:00Z' }

test('a service that ended is asked about, with no grade chosen', () => {
  expect(withNews({ is: 'idle' }, open)).toEqual({ is: 'open', open })
})

test('the next call closes a question that nobody answered', () => {
  expect(withNews({ is: 'open', open }, null)).toEqual({ is: 'idle' })
})

test('an answer on its way and the thanks for it stay, and the same service is not asked twice', () => {
  const sending: EvaluationState = { is: 'sending', open }
  const thanks: EvaluationState = { is: 'thanks', ticketId: 't1' }
  expect(withNews(sending, null)).toBe(sending)
  expect(withNews(thanks, null)).toBe(thanks)
  expect(withNews(thanks, open)).toBe(thanks)
})

test('a new service takes the place of the thanks for the last', () => {
  expect(withNews({ is: 'thanks', ticketId: 't1' }, next)).toEqual({ is: 'open', open: next })
})
