import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { ApplicationView } from '../contract/application-view.ts'
import type { BoxUse } from '../contract/lockers.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { readerKeyId } from '../server/application/identity-entry.ts'
import { newId } from '../server/event-log/chain.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'
import { receivedAtWindow } from './support/received-at-window.ts'

const { database } = await freshDatabase()
const now = '2026-03-02T01:00:00.000Z' as Instant
const reader = generateKeyPairSync('ed25519')
const keyId = readerKeyId(reader.publicKey)
const server = await composedServer(database, () => now, {
  readerKeys: new Map([[keyId, reader.publicKey]]),
})
afterAll(() => server.close())

const IDENTITY = '513201198805120015'
const SIGNATURE = `data:image/png;base64,${Buffer.from('三道波纹').toString('base64')}`
const OPENED_AT = '2026-03-02T01:00:05.000Z'

async function view(applicationId: string): Promise<ApplicationView> {
  return (await server.send('chuangkou1', 'GET', `/api/applications/${applicationId}`)).json()
}

/** Received, refused in writing and issued to be fetched: the shortest way to a result that lies ready. */
async function issued(applicant: object = {}): Promise<string> {
  const applicationId = await receivedAtWindow(server, applicant)
  const acts = [
    ['chuangkou1', 'accept', {}],
    ['wentilv.shenhe', 'review', { outcome: 'fail', opinion: '不符合法定条件' }],
    [
      'wentilv.jueding',
      'decide',
      { outcome: 'refuse', reason: '申请的营业场所与学校的距离不符合法规规定的条件，不予许可。' },
    ],
    ['chuangkou1', 'issue', { by: 'pickup', tracking: null }],
  ] as const
  for (const [username, act, fields] of acts) {
    const { version } = await view(applicationId)
    const body = { commandId: newId(), expectedVersion: version, ...fields }
    const url = `/api/applications/${applicationId}/${act}`
    const answer = await server.send(username, 'POST', url, body)
    expect([act, answer.statusCode, answer.body]).toEqual([act, 200, expect.anything()])
  }
  return applicationId
}

/** Number and query code as they stand on the receipt. */
async function receiptOf(applicationId: string): Promise<{ number: string; code: string }> {
  const [slip] = await database.query<{ content: unknown }>(
    `select content from notice where region_code = $1 and application_id = $2 and kind = 'receipt-slip'`,
    [REGION, applicationId],
  )
  const code = /查询密码[^\d]*(\d{6})/.exec(JSON.stringify(slip?.content))?.[1] ?? ''
  return { number: (await view(applicationId)).number, code }
}

const device = { deviceId: newId(), kind: 'kiosk', name: '一号自助机', windowId: null }
const { pairingCode } = (await server.send('dating', 'POST', '/api/hall/devices', device)).json<{
  pairingCode: string
}>()
const { token } = (
  await server.send(null, 'POST', '/api/hall/devices/pair', { code: pairingCode })
).json<{ token: string }>()
const atKiosk = async (url: string, payload: object) =>
  await server.http.inject({
    method: 'POST',
    url,
    headers: { 'x-yichuang': '1', 'x-hall-device': token },
    payload,
  })

const reserve = async (applicationId: string, box: number, depositId = newId()) =>
  await server.send('chuangkou1', 'POST', '/api/lockers/boxes', { depositId, applicationId, box })
const act = async (depositId: string, name: string, commandId = newId()) =>
  await server.send('chuangkou2', 'POST', `/api/lockers/boxes/${depositId}/acts`, {
    commandId,
    act: name,
  })
const uses = async () =>
  (await server.send('chuangkou1', 'GET', '/api/lockers/boxes')).json<{ uses: BoxUse[] }>().uses

async function stored(applicationId: string, box: number): Promise<string> {
  const { use } = (await reserve(applicationId, box)).json<{ use: BoxUse }>()
  expect((await act(use.depositId, 'stored')).json()).toMatchObject({ use: { state: 'stored' } })
  return use.depositId
}

async function ask(applicationId: string, more: object = {}) {
  const collectionId = newId()
  const identity = { number: IDENTITY, entry: 'manual', proof: null }
  const body = { ...(await receiptOf(applicationId)), identity, signature: SIGNATURE, ...more }
  return {
    collectionId,
    body: { collectionId, ...body },
    answer: await atKiosk('/api/lockers/collections', { collectionId, ...body }),
    tell: async (news: string, fields: object = {}, commandId = newId()) =>
      await atKiosk(`/api/lockers/collections/${collectionId}/news`, {
        commandId,
        news,
        openedAt: null,
        fault: null,
        ...fields,
      }),
  }
}
const codeOf = (answer: { json: <T>() => T }) => answer.json<{ code?: string }>().code

test('a result is put in, collected against code, card and signature, and the trail tells how', async () => {
  const applicationId = await issued()
  await stored(applicationId, 3)
  const receipt = await receiptOf(applicationId)
  const found = await server.send(null, 'POST', '/api/progress', receipt)
  expect(found.json()).toMatchObject({ lockerBox: 3 })

  const collectionId = newId()
  const payload = JSON.stringify({
    name: '张·示例',
    idNumber: IDENTITY,
    readAt: OPENED_AT,
    challenge: collectionId,
  })
  const signature = sign(null, Buffer.from(payload), reader.privateKey).toString('base64')
  const proof = { algorithm: 'ed25519', keyId, payload, signature }
  const identity = { number: IDENTITY, entry: 'reader', proof }
  const asked = { collectionId, ...receipt, identity, signature: SIGNATURE }
  // The answer was lost, the page asks again: one opening.
  for (const _ of [1, 2])
    expect((await atKiosk('/api/lockers/collections', asked)).json()).toEqual({ box: 3 })
  const news = `/api/lockers/collections/${collectionId}/news`
  const opened = { commandId: newId(), news: 'opened', openedAt: OPENED_AT, fault: null }
  const taken = { commandId: newId(), news: 'taken', openedAt: null, fault: null }
  for (const one of [opened, opened, taken, taken])
    expect((await atKiosk(news, one)).statusCode).toBe(200)

  const after = await view(applicationId)
  expect(after).toMatchObject({ status: 'delivered', delivery: { proof: 'locker' } })
  expect(after.history.filter(({ type }) => type === 'ResultDelivered')).toMatchObject([
    {
      sentence: expect.stringMatching(
        /取件柜第 3 格领取并在送达回证上签名，2026-03-02 09:00 开门；身份证读卡读入（读卡器签名已核对）/,
      ) as unknown,
    },
  ])
  expect(await uses()).toEqual([])
  const log = await database.query<{ act: string }>(
    'select act from locker_log where region_code = $1 order by at, command_id',
    [REGION],
  )
  expect(log.map((one) => one.act).toSorted()).toEqual([
    'asked',
    'opened',
    'reserved',
    'stored',
    'taken',
  ])
})

test('a box holds one result; what a person may not fetch alone is refused; an unknown kiosk opens nothing', async () => {
  const [one, other] = [await issued(), await issued()]
  const depositId = newId()
  for (const _ of [1, 2])
    expect((await reserve(one, 5, depositId)).json()).toMatchObject({ use: { box: 5 } })
  const answers = await Promise.all([reserve(other, 5), reserve(one, 6)])
  expect(answers.map(codeOf)).toEqual(['box-taken', 'box-taken'])
  // Not put in yet, it is not to be fetched.
  expect(codeOf((await ask(one)).answer)).toBe('locker-empty')
  const abroad = await issued({ identityType: 'passport', identityNumber: 'E12345678' })
  expect(codeOf(await reserve(abroad, 7))).toBe('locker-not-possible')
  expect(codeOf(await reserve(await receivedAtWindow(server), 7))).toBe('locker-not-possible')
  const { body } = await ask(other)
  const stranger = await server.send(null, 'POST', '/api/lockers/collections', body)
  expect(codeOf(stranger)).toBe('device-unknown')
})

test('a wrong identity opens no box, and five lock it', async () => {
  const applicationId = await issued()
  await stored(applicationId, 8)
  const identity = { number: '513201199606060026', entry: 'manual', proof: null }
  for (const _ of [1, 2, 3, 4, 5])
    expect(codeOf((await ask(applicationId, { identity })).answer)).toBe('identity-mismatch')
  expect(codeOf((await ask(applicationId)).answer)).toBe('code-locked')
  expect(await uses()).toContainEqual(expect.objectContaining({ box: 8, state: 'stored' }))
})

test('a jammed door and a box left full are the clerk’s to see and to settle', async () => {
  const applicationId = await issued()
  const depositId = await stored(applicationId, 9)
  const first = await ask(applicationId)
  expect((await first.tell('stuck', { fault: 'box-stuck' })).statusCode).toBe(200)
  const seen = (await uses()).find((use) => use.depositId === depositId)
  expect(seen).toMatchObject({ needsLook: true, stateName: '柜门没有打开' })
  expect(seen?.fault).toContain('备用钥匙')
  expect(codeOf(await act(depositId, 'found-empty'))).toBe('box-act-not-possible')
  expect((await act(depositId, 'still-there')).statusCode).toBe(200)

  // Opened, and the person went away without a word: not delivered until somebody has looked.
  const second = await ask(applicationId)
  expect((await second.tell('taken')).statusCode).toBe(409)
  await second.tell('opened', { openedAt: OPENED_AT })
  expect((await view(applicationId)).status).toBe('issued')
  expect(await uses()).toContainEqual(
    expect.objectContaining({ depositId, needsLook: true, fault: null, openedAt: OPENED_AT }),
  )
  const command = newId()
  for (const _ of [1, 2])
    expect((await act(depositId, 'found-empty', command)).statusCode).toBe(200)
  expect(await view(applicationId)).toMatchObject({
    status: 'delivered',
    delivery: { proof: 'locker' },
  })
})

test('what a clerk takes back is handed over at the window as ever', async () => {
  const applicationId = await issued()
  const depositId = await stored(applicationId, 10)
  expect((await act(depositId, 'taken-back')).json()).toMatchObject({
    use: { state: 'taken-back' },
  })
  expect(codeOf((await ask(applicationId)).answer)).toBe('locker-empty')
  const { version } = await view(applicationId)
  const url = `/api/applications/${applicationId}/confirm-delivery`
  const body = { commandId: newId(), expectedVersion: version, returned: false }
  const byClerk = { ...body, proof: 'signature', signature: SIGNATURE }
  expect(
    codeOf(await server.send('chuangkou1', 'POST', url, { ...byClerk, proof: 'locker' })),
  ).toBe('invalid-input')
  expect((await server.send('chuangkou1', 'POST', url, byClerk)).statusCode).toBe(200)
})
