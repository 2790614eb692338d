import { expect, test } from 'vitest'
import type { DraftCheck, Submitted } from '../../contract/drafts.ts'
import type { MandateView } from '../../contract/mandates.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { newId } from '../../server/event-log/chain.ts'
import { pdf } from '../../server/uploads/testing/made-files.ts'
import { composedServer, REGION } from '../support/composed-server.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { codeOf, device } from './device.ts'

const { database } = await freshDatabase()
let now = '2026-03-02T01:00:00.000Z' as Instant
const server = await composedServer(database, () => now)
const ITEM = 'aba-36'
const PHONE = {
  kind: null,
  name: '',
  identityType: null,
  identityNumber: '',
  phone: '13800000000',
  address: '',
  contactName: '',
}
const AGENT = { name: '卓玛某某', identityType: 'id-card', identityNumber: '513225199508200022' }
const CHILD = { name: '示例小某', identityType: 'id-card', identityNumber: '513201201905011013' }

const company = await device(server, { username: 'qiye1' })
const person = await device(server, { username: 'shenqing1' })
const agent = await device(server, { username: 'shenqing2' })
const clerk = await device(server, { username: 'chuangkou1' })

function offerOf(over: Readonly<Record<string, unknown>> = {}) {
  return {
    mandateId: newId(),
    agent: AGENT,
    role: 'agent',
    items: [ITEM],
    acts: ['apply'],
    from: '2026-03-02',
    until: '2026-03-31',
    ...over,
  }
}

async function agreed(
  over: Readonly<Record<string, unknown>> = {},
  from = person,
): Promise<string> {
  const offer = offerOf(over)
  const offered = await from.send('POST', '/api/mandates', offer)
  if (offered.statusCode !== 200) throw new Error(offered.body)
  await agent.send('POST', `/api/mandates/${offer.mandateId}/answer`, { accept: true })
  return offer.mandateId
}

/** A draft of the agent’s under that mandate, with everything in it. */
async function filled(mandateId: string, itemId = ITEM) {
  const { draftId } = await agent.start(itemId, { applicant: PHONE, mandateId })
  const { materials } = (await agent.send('GET', `/api/drafts/${draftId}/check`)).json<DraftCheck>()
  for (const { number } of materials) await agent.upload(draftId, number, pdf(), '材料.pdf')
  return draftId
}

test('an agent applies for who gave the mandate, in their name, and sees it afterwards', async () => {
  const mandateId = await agreed()
  const draftId = await filled(mandateId)
  const submitted = await agent.submit(draftId, 1)
  const { applicationId } = submitted.json<Submitted>()
  const seen = await agent.send('GET', `/api/applications/${applicationId}`)
  expect(seen.json()).toMatchObject({
    applicant: { name: '张某某', identityNumber: '513201198805120015' },
  })
  expect((await person.send('GET', `/api/applications/${applicationId}`)).statusCode).toBe(200)
  expect(codeOf(await company.send('GET', `/api/applications/${applicationId}`))).toBe(
    'not-your-application',
  )
  const { uses } = (await person.send('GET', `/api/mandates/${mandateId}/uses`)).json<{
    uses: { act: string; refusal: string | null }[]
  }>()
  expect(uses.map(({ act }) => act)).toEqual(expect.arrayContaining(['apply', 'correct', 'read']))
  expect(uses.every(({ refusal }) => refusal === null)).toBe(true)

  await person.send('POST', `/api/mandates/${mandateId}/revoke`)
  expect(codeOf(await agent.send('GET', `/api/applications/${applicationId}`))).toBe(
    'not-your-application',
  )
})

test('a mandate that expired between filling in and submitting carries nothing; the draft stays', async () => {
  const draftId = await filled(await agreed())
  now = '2026-03-31T15:59:00.000Z' as Instant
  expect((await agent.send('GET', `/api/drafts/${draftId}/check`)).json()).toMatchObject({
    isReady: true,
  })
  now = '2026-03-31T16:00:00.000Z' as Instant
  const refused = await agent.submit(draftId, 1)
  expect(refused.json()).toMatchObject({ code: 'mandate-invalid', status: 403 })
  expect(refused.json<{ detail: string }>().detail).toContain('到期')
  expect((await agent.view(draftId)).state).toBe('open')
  now = '2026-03-02T01:00:00.000Z' as Instant
})

test('a mandate that was revoked, not accepted, or is for another item carries nothing', async () => {
  const revoked = await agreed()
  const draftId = await filled(revoked)
  await person.send('POST', `/api/mandates/${revoked}/revoke`)
  expect((await agent.submit(draftId, 1)).json<{ detail: string }>().detail).toContain('撤销')

  const offer = offerOf()
  await person.send('POST', '/api/mandates', offer)
  const early = await agent.submit(await filled(offer.mandateId), 1)
  expect(early.json<{ detail: string }>().detail).toContain('还没有生效')

  const narrow = await agreed({ items: ['aba-50'] })
  const outside = await agent.submit(await filled(narrow), 1)
  expect(outside.json<{ detail: string }>().detail).toContain('不包括本事项')
})

test('an agent for somebody else, and somebody without any mandate, are refused', async () => {
  const mandateId = await agreed()
  const { draftId } = await company.start(ITEM, { applicant: PHONE, mandateId })
  expect(codeOf(await company.submit(draftId, 1))).toBe('mandate-invalid')
  const other = await agent.start(ITEM, {
    applicant: {
      ...PHONE,
      name: '张某某',
      identityType: 'id-card',
      identityNumber: '513201198805120015',
    },
  })
  expect(codeOf(await agent.submit(other.draftId, 1))).toBe('mandate-required')
})

test('a name that was typed never stands against the account’s own', async () => {
  const { draftId } = await person.start(ITEM, { applicant: { ...PHONE, name: '冒名某某' } })
  const { materials } = (
    await person.send('GET', `/api/drafts/${draftId}/check`)
  ).json<DraftCheck>()
  for (const { number } of materials) await person.upload(draftId, number, pdf(), '材料.pdf')
  const { applicationId } = (await person.submit(draftId, 1)).json<Submitted>()
  expect((await person.send('GET', `/api/applications/${applicationId}`)).json()).toMatchObject({
    applicant: { name: '张某某' },
  })
})

test('an enterprise names its people; they act in its name', async () => {
  const mandateId = await agreed({ role: 'handler', until: null, items: null }, company)
  const submitted = await agent.submit(await filled(mandateId), 1)
  const { applicationId } = submitted.json<Submitted>()
  expect((await company.send('GET', `/api/applications/${applicationId}`)).json()).toMatchObject({
    applicant: { kind: 'company', name: '阿坝示例文旅有限公司' },
  })
})

test.each([
  ['to oneself', { agent: { ...AGENT, identityNumber: '513201198805120015' } }, '授权给自己'],
  ['to a child', { agent: CHILD }, '未满 18 周岁'],
  [
    'to an enterprise',
    { agent: { name: '甲', identityType: 'credit-code', identityNumber: '91513200MA0EXAMP1T' } },
    '统一社会信用代码|自然人',
  ],
  [
    'to a number that is none',
    { agent: { ...AGENT, identityNumber: '513225199508200023' } },
    '校验位',
  ],
  ['without end', { until: null }, '截止日期'],
  ['for longer than two years', { until: '2028-03-03' }, '两年'],
  ['that ends before it begins', { from: '2026-03-20', until: '2026-03-19' }, '早于'],
  ['as a legal representative of a person', { role: 'legal-representative' }, '企业账号'],
])('no mandate %s', async (_, over, says) => {
  const refused = await person.send('POST', '/api/mandates', offerOf(over))
  expect(codeOf(refused)).toBe('mandate-faulty')
  expect(refused.json<{ detail: string }>().detail).toMatch(new RegExp(says))
})

test('a guardian acts for a child once a window has seen the proof, never before', async () => {
  const mandateId = newId()
  const declared = await agent.send('POST', '/api/guardianships', {
    mandateId,
    ward: CHILD,
    ground: 'minor',
    until: null,
  })
  expect(declared.json()).toMatchObject({ state: 'offered', isInForce: false, until: '2037-04-30' })
  expect(
    codeOf(await agent.send('POST', `/api/mandates/${mandateId}/answer`, { accept: true })),
  ).toBe('mandate-not-found')
  expect(codeOf(await agent.submit(await filled(mandateId), 1))).toBe('mandate-invalid')
  const found = await clerk.send('POST', '/api/window/guardianships', {
    wardIdentityNumber: CHILD.identityNumber,
  })
  expect(found.json<{ mandates: MandateView[] }>().mandates).toMatchObject([{ mandateId }])
  const confirm = { confirmed: true, seen: '户口簿' }
  const url = `/api/window/guardianships/${mandateId}/confirm`
  expect((await clerk.send('POST', url, confirm)).json()).toMatchObject({ isInForce: true })
  expect(codeOf(await clerk.send('POST', url, confirm))).toBe('mandate-settled')
  const submitted = await agent.submit(await filled(mandateId), 1)
  const { applicationId } = submitted.json<Submitted>()
  expect((await agent.send('GET', `/api/applications/${applicationId}`)).json()).toMatchObject({
    applicant: { name: CHILD.name, identityNumber: CHILD.identityNumber },
  })
})

test('two accounts under one identity number: neither applies online nor takes a mandate', async () => {
  await database.query(
    `insert into account (region_code, account_id, username, name, role, identity, password_hash, must_change_password,
       disabled, post_open, demonstration, created_at)
     values ($1, $2, 'lingyiwei', '另一位某某', 'applicant', 'id-card:513225199508200022', 'none', false, false, true, true, now())`,
    [REGION, newId()],
  )
  const { draftId } = await agent.start(ITEM, { applicant: PHONE })
  expect(codeOf(await agent.submit(draftId, 1))).toBe('identity-shared')
  const offer = offerOf()
  await person.send('POST', '/api/mandates', offer)
  expect(
    codeOf(await agent.send('POST', `/api/mandates/${offer.mandateId}/answer`, { accept: true })),
  ).toBe('identity-shared')
  await database.query(
    `update account set disabled = true where region_code = $1 and username = 'lingyiwei'`,
    [REGION],
  )
})

test('mandates are seen by their two sides alone, with masked numbers', async () => {
  const mandateId = await agreed()
  const mine = (await agent.send('GET', '/api/mandates')).json<{ mandates: MandateView[] }>()
  expect(mine.mandates.find((one) => one.mandateId === mandateId)).toMatchObject({
    isAgent: true,
    isInForce: true,
    agent: { identityNumber: '513225********0022' },
  })
  const given = (await person.send('GET', '/api/mandates')).json<{ mandates: MandateView[] }>()
  expect(given.mandates.find((one) => one.mandateId === mandateId)).toMatchObject({
    isAgent: false,
    agent: { identityNumber: '513225********0022' },
  })
  expect(codeOf(await company.send('POST', `/api/mandates/${mandateId}/revoke`))).toBe(
    'mandate-not-found',
  )
  expect(codeOf(await company.send('GET', `/api/mandates/${mandateId}/uses`))).toBe(
    'mandate-not-found',
  )
})
