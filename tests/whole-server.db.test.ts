import { afterAll, expect, test } from 'vitest'
import type { Instant } from '../domain/shared/ids.ts'
import { newId } from '../server/event-log/chain.ts'
import { composedServer } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
let now = '2026-03-02T01:00:00.000Z' as Instant
const server = await composedServer(database, () => now)
afterAll(() => server.close())

const APPLICANT = {
  kind: 'person',
  name: '张·示例',
  identityType: 'id-card',
  identityNumber: '513201198805120015',
  phone: null,
  address: null,
  contactName: null,
}

async function receive(by: string, more: object = {}) {
  const applicationId = newId()
  const body = {
    commandId: newId(),
    applicationId,
    itemId: 'aba-36',
    applicant: APPLICANT,
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
    ...more,
  }
  return { applicationId, answer: await server.send(by, 'POST', '/api/applications', body) }
}

test('every operation but the public ones refuses a visitor who is not signed in', async () => {
  // Which ones are public stands in tests/security/permissions/.
  for (const { operationId, method, path, access } of server.http.operations) {
    if (access === 'public') continue
    const answer = await server.send(
      null,
      method,
      path.replaceAll(/:\w+/g, newId()),
      method === 'GET' ? undefined : {},
    )
    expect([operationId, answer.statusCode, answer.json().code]).toEqual([
      operationId,
      401,
      'not-signed-in',
    ])
  }
})

test('an operation named for some posts refuses every other post of the cast', async () => {
  const onePerRole = [...new Map(server.cast.map((person) => [person.role, person.username]))]
  const named = server.http.operations.filter(({ access }) => Array.isArray(access))
  for (const { operationId, method, path, access } of named)
    for (const [role, username] of onePerRole) {
      const answer = await server.send(
        username,
        method,
        path.replaceAll(/:\w+/g, newId()),
        method === 'GET' ? undefined : {},
      )
      const isNamed = (access as readonly string[]).includes(role)
      expect([operationId, role, answer.statusCode === 403]).toEqual([operationId, role, !isNamed])
    }
})

test('a department that tries to receive or accept is refused, and the supervisor sees the attempt', async () => {
  expect((await receive('wentilv.shenhe')).answer.json()).toMatchObject({
    code: 'only-the-window-accepts',
    status: 403,
  })
  const { applicationId } = await receive('chuangkou1')
  const accept = { commandId: newId(), expectedVersion: 1 }
  expect(
    (
      await server.send(
        'wentilv.shenhe',
        'POST',
        `/api/applications/${applicationId}/accept`,
        accept,
      )
    ).json().code,
  ).toBe('only-the-window-accepts')
  const findings = (await server.send('ducha', 'GET', '/api/findings')).json()
  expect(findings.rows).toMatchObject([
    { operation: '受理', applicationId, organisationName: '州文体旅游局' },
    { operation: '收件', organisationName: '州文体旅游局' },
  ])
})

test('another person’s application answers a sentence and no data', async () => {
  const { applicationId } = await receive('chuangkou1')
  const answer = await server.send('shenqing2', 'GET', `/api/applications/${applicationId}`)
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'not-your-application'])
  expect(answer.body).not.toContain('示例')
  expect(
    (await server.send('shenqing1', 'GET', `/api/applications/${applicationId}`)).json().applicant
      .identityNumber,
  ).toBe('513201198805120015')
  expect(
    (await server.send('ducha', 'GET', `/api/applications/${applicationId}`)).json().applicant
      .identityNumber,
  ).toBe('513201********0015')
})

test.each([
  ['an unknown field', { extra: 1 }, 422, 'unknown-field'],
  [
    'a wrong check digit',
    { applicant: { ...APPLICANT, identityNumber: '513201198805120016' } },
    422,
    'invalid-id-number',
  ],
  [
    'a 30 February',
    { applicant: { ...APPLICANT, identityNumber: '513201199002300017' } },
    422,
    'invalid-id-number',
  ],
  [
    'a wrong credit code',
    {
      applicant: {
        ...APPLICANT,
        kind: 'company',
        identityType: 'credit-code',
        identityNumber: '91350100M000100Y44',
      },
    },
    422,
    'invalid-credit-code',
  ],
  ['an item that does not exist', { itemId: 'aba-76' }, 422, 'unknown-item'],
  ['a devolved item', { itemId: 'aba-13' }, 409, 'item-devolved'],
  ['a material outside the guide', { materials: { 9: 'missing' } }, 422, 'unknown-material'],
  [
    'a control character in a name',
    { applicant: { ...APPLICANT, name: '张\u0000三' } },
    422,
    'invalid-input',
  ],
  ['a number that is no UUID', { applicationId: '1' }, 422, 'invalid-input'],
])(
  'receipt with %s is refused with a code and a remedy in Chinese',
  async (_, change, status, code) => {
    const { answer } = await receive('chuangkou1', change)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.json().detail).toMatch(/[\u4e00-\u9fff]{4}/)
    expect(answer.body).not.toMatch(/\bat |\.ts|\/server\//)
  },
)

test('what was due at midnight has happened when the clerk comes in the morning', async () => {
  const { applicationId } = await receive('chuangkou1')
  now = '2026-03-10T01:00:00.000Z' as Instant
  await server.applyLawUntil(513_200, now)
  const view = (await server.send('chuangkou1', 'GET', `/api/applications/${applicationId}`)).json()
  expect(view).toMatchObject({
    status: 'accepted',
    acceptedOn: '2026-03-02',
    deemed: true,
    due: { decision: { on: '2026-03-30' }, committed: { on: '2026-03-16' } },
  })
  expect(view.cards).toMatchObject([{ rule: 'deemed-acceptance', level: 'red', open: true }])
  expect(view.notices).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'deemed-acceptance-notice' })]),
  )
})
