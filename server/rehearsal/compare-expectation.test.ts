import { describe, expect, test } from 'vitest'
import type { ApplicationView } from '../../contract/application-view.ts'
import { compareExpectation, type Observed } from './compare-expectation.ts'

const none = { state: 'none', on: null, provisional: false, remaining: null } as const

/** Only what the comparison reads. */
function view(over: Partial<ApplicationView> = {}): ApplicationView {
  const seen: Partial<ApplicationView> = {
    status: 'accepted',
    version: 2,
    acceptedOn: '2026-03-02',
    due: {
      acceptance: none,
      decision: { state: 'running', on: '2026-03-30', provisional: false, remaining: 20 },
      committed: { state: 'paused', on: null, provisional: false, remaining: 4 },
      issuance: none,
    },
    cards: [],
    notices: [],
    history: [],
    sealRoute: 'bureau',
    copiesSentTo: [],
    ...over,
  }
  return seen as ApplicationView
}

function observed(over: Partial<Observed> = {}): Observed {
  const seen = view()
  return {
    error: null,
    detail: '',
    before: seen,
    after: seen,
    notices: [],
    possible: null,
    trail: null,
    ...over,
  }
}

const card = (rule: string, level: 'warning' | 'yellow' | 'red', open = true) => ({
  rule,
  ruleName: rule,
  level,
  raisedOn: '2026-03-10',
  fact: '',
  answerableName: '',
  officerName: null,
  open,
  explanation: null,
})

describe('an expectation', () => {
  test('holds only what it names', () => {
    expect(compareExpectation({}, observed())).toEqual([])
    expect(compareExpectation({ status: 'received' }, observed())).toEqual([
      { key: 'status', expected: 'received', got: 'accepted' },
    ])
  })

  test('reads a due date, a pause and none', () => {
    const due = { acceptance: 'none', decision: '2026-03-30', committed: 'paused' } as never
    expect(compareExpectation({ due }, observed())).toEqual([])
    expect(compareExpectation({ due: { decision: 'none' } }, observed())).toEqual([
      { key: 'due.decision', expected: 'none', got: '2026-03-30' },
    ])
  })

  test('takes the worst of the open cards and leaves closed ones out', () => {
    const after = view({
      cards: [card('deemed-acceptance', 'red', false), card('step-overrun', 'yellow')],
    })
    expect(
      compareExpectation({ card: 'yellow', cards: ['step-overrun'] }, observed({ after })),
    ).toEqual([])
    expect(compareExpectation({ card: 'none' }, observed())).toEqual([])
  })

  test('compares notices in any order, and not fewer or more', () => {
    const notices = ['acceptance-notice', 'receipt-slip']
    expect(
      compareExpectation({ notices: ['receipt-slip', 'acceptance-notice'] }, observed({ notices })),
    ).toEqual([])
    expect(compareExpectation({ notices: ['receipt-slip'] }, observed({ notices }))).toHaveLength(1)
    expect(compareExpectation({ notices: [] }, observed({ notices }))).toHaveLength(1)
  })

  test('compares what is possible as a set of commands that have a name in a scenario', () => {
    const possible = ['attach-material', 'review', 'assess', 'extend']
    expect(compareExpectation({ possible: ['extend', 'review'] }, observed({ possible }))).toEqual(
      [],
    )
    expect(compareExpectation({ possible: ['review'] }, observed({ possible }))).toHaveLength(1)
  })

  test('is not met by an error nobody expected', () => {
    expect(compareExpectation({}, observed({ error: 'not-permitted' }))).toEqual([
      { key: 'error', expected: 'none', got: 'not-permitted' },
    ])
  })

  test('names an error that must have changed nothing', () => {
    const refused = observed({ error: 'not-permitted' })
    expect(compareExpectation({ error: 'not-permitted' }, refused)).toEqual([])
    expect(compareExpectation({ error: 'not-your-department' }, refused)).toHaveLength(1)
    expect(compareExpectation({ error: 'not-permitted' }, observed())).toHaveLength(1)
    const changed = observed({ error: 'not-permitted', after: view({ version: 3 }) })
    expect(compareExpectation({ error: 'not-permitted' }, changed)).toMatchObject([
      { key: 'unchanged' },
    ])
    const received = observed({ error: 'not-permitted', before: null })
    expect(compareExpectation({ error: 'not-permitted' }, received)).toMatchObject([
      { key: 'unchanged', expected: 'none' },
    ])
  })
})
