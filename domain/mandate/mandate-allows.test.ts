import { expect, test } from 'vitest'
import type { AccountId, Instant, LocalDate } from '../shared/ids.ts'
import { faultOfMandate } from './check-mandate.ts'
import type { Mandate } from './mandate.ts'
import { mandateAllows, type MandateQuestion } from './mandate-allows.ts'
import { isUnderFourteen } from './age.ts'

const day = (text: string) => text as LocalDate
const AGENT_ACCOUNT = '00000000-0000-7000-8000-000000000001' as AccountId
const PRINCIPAL = 'id-card:513201198805120015'
const AGENT = 'id-card:513225199508200022'
const CHILD = 'id-card:513201201905011013'
const MANDATE: Mandate = {
  mandateId: '00000000-0000-7000-8000-000000000002',
  kind: 'agent',
  role: 'agent',
  state: 'accepted',
  principal: { kind: 'person', name: '张某某', identity: PRINCIPAL },
  agent: { name: '卓玛某某', identity: AGENT },
  agentAccount: AGENT_ACCOUNT,
  ground: null,
  items: ['aba-36'],
  acts: ['apply'],
  from: day('2026-03-02'),
  until: day('2026-03-31'),
  endedAt: null,
}
const ASKED: MandateQuestion = {
  actor: { accountId: AGENT_ACCOUNT, identity: AGENT },
  applicantIdentity: PRINCIPAL,
  itemId: 'aba-36',
  on: day('2026-03-10'),
  act: 'apply',
}
const ask = (mandate: Partial<Mandate> = {}, asked: Partial<MandateQuestion> = {}) => {
  const answer = mandateAllows({ ...MANDATE, ...mandate }, { ...ASKED, ...asked })
  return answer.ok ? 'allowed' : answer.why
}

test.each<[string, Partial<Mandate>, Partial<MandateQuestion>, string]>([
  ['the agent, in scope and time', {}, {}, 'allowed'],
  ['on the first day', {}, { on: day('2026-03-02') }, 'allowed'],
  ['on the last day', {}, { on: day('2026-03-31') }, 'allowed'],
  ['the day before', {}, { on: day('2026-03-01') }, 'not-yet-begun'],
  ['the day after', {}, { on: day('2026-04-01') }, 'expired'],
  [
    'an enterprise’s without end, years later',
    { until: null },
    { on: day('2036-01-01') },
    'allowed',
  ],
  ['before it is accepted', { state: 'offered', agentAccount: null }, {}, 'not-accepted'],
  ['declined', { state: 'declined' }, {}, 'not-accepted'],
  ['revoked', { state: 'revoked', endedAt: '2026-03-09T00:00:00.000Z' as Instant }, {}, 'revoked'],
  ['another person', {}, { actor: { accountId: AGENT_ACCOUNT, identity: CHILD } }, 'not-the-agent'],
  [
    'another account with the same number',
    {},
    { actor: { accountId: 'else' as AccountId, identity: AGENT } },
    'not-the-agent',
  ],
  ['for somebody else', {}, { applicantIdentity: CHILD }, 'other-principal'],
  ['for another item', {}, { itemId: 'aba-50' }, 'item-not-covered'],
  ['for any item where all are covered', { items: null }, { itemId: 'aba-50' }, 'allowed'],
  ['an act that is not covered', {}, { act: 'withdraw' }, 'act-not-covered'],
  ['who may apply also sees', {}, { act: 'read' }, 'allowed'],
  ['who may apply also corrects', {}, { act: 'correct' }, 'allowed'],
  ['who may only read does not apply', { acts: ['read'] }, {}, 'act-not-covered'],
])('a mandate: %s', (_, mandate, asked, answer) => {
  expect(ask(mandate, asked)).toBe(answer)
})

test.each([
  ['2037-04-30', 'allowed'],
  ['2037-05-01', 'ward-of-age'],
])('a guardianship of a minor on %s: %s (Civil Code art. 17)', (on, answer) => {
  const guardian: Partial<Mandate> = {
    kind: 'guardian',
    role: 'guardian',
    ground: 'minor',
    principal: { kind: 'person', name: '示例小某', identity: CHILD },
    until: null,
  }
  expect(ask(guardian, { applicantIdentity: CHILD, on: day(on) })).toBe(answer)
})

test('an adult without capacity keeps the guardian', () => {
  expect(ask({ kind: 'guardian', ground: 'no-capacity', until: null })).toBe('allowed')
})

const TODAY = day('2026-03-02')
const ADULT_WARD = { kind: 'guardian', role: 'guardian', ground: 'minor' } as const
test.each([
  ['whole', {}, null],
  ['to oneself', { agent: { name: '张某某', identity: PRINCIPAL } }, 'to-oneself'],
  ['to an enterprise', { agent: { name: '甲', identity: 'credit-code:9' } }, 'agent-is-no-person'],
  ['to a child', { agent: { name: '小', identity: CHILD } }, 'agent-not-of-age'],
  [
    'by a child',
    { principal: { kind: 'person', name: '小', identity: CHILD } },
    'principal-not-of-age',
  ],
  ['of a guardian over an adult called a minor', ADULT_WARD, 'ward-of-age'],
  [
    'of a guardian over a passport called a minor’s',
    { ...ADULT_WARD, principal: { kind: 'person', name: '小', identity: 'passport:E1' } },
    'ward-age-unknown',
  ],
  ['over at once', { from: day('2026-01-01'), until: day('2026-03-01') }, 'ended-already'],
  ['until today', { until: TODAY }, null],
  ['two years long', { until: day('2028-03-02') }, null],
  ['a day longer', { until: day('2028-03-03') }, 'too-long'],
] as const)('a mandate %s is offered: %s', (_, over, fault) => {
  expect(faultOfMandate({ ...MANDATE, ...over }, TODAY)).toBe(fault)
})

test('fourteen is reached on the birthday; a passport tells no age', () => {
  expect(isUnderFourteen(CHILD, day('2033-04-30'))).toBe(true)
  expect(isUnderFourteen(CHILD, day('2033-05-01'))).toBe(false)
  expect(isUnderFourteen('passport:E1', TODAY)).toBe(false)
})
