import { expect, test } from 'vitest'
import type { Instant } from '../../domain/shared/ids.ts'
import { composedServer, REGION } from '../../tests/support/composed-server.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { newId } from '../event-log/chain.ts'
import { proveCode } from './one-time-code.ts'

const { database } = await freshDatabase()
const server = await composedServer(database, () => '2026-03-02T02:00:00.000Z' as Instant, {
  citizens: { simulateSms: true },
})
const { simulator } = server.citizens
if (!simulator) throw new Error('The simulated gateway is open')
const GOOD = 'Shimin-2026-mima'
let serial = 0

/** Plainly invented people with right check digits. */
const IDS = Array.from({ length: 14 }, (_, index) => {
  const body = `51320119900101${String(index + 1).padStart(3, '0')}`
  return body + checkCharacter(body)
})

function checkCharacter(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return '10X98765432'[sum % 11] ?? ''
}

const nextPhone = () => `1391000${String((serial += 1)).padStart(4, '0')}`

async function ask(url: string, body: object, cookie?: string, method: 'POST' | 'PUT' = 'POST') {
  return await server.http.inject({
    method,
    url,
    headers: { 'x-yichuang': '1' },
    payload: body,
    ...(cookie !== undefined && { cookies: { yichuang: cookie } }),
  })
}

/** The code that the gateway was given for that phone. */
async function codeAt(phone: string): Promise<string> {
  for (let look = 0; look < 200; look += 1) {
    const message = simulator?.messages().find(({ to }) => to === phone)
    const code = /验证码 (\d{6})/.exec(message?.text ?? '')?.[1]
    if (code !== undefined) return code
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('No code arrived')
}

async function provenPhone(phone = nextPhone()) {
  const sent = await ask('/api/citizens/codes', { phone })
  expect(sent.statusCode).toBe(200)
  return { phone, codeId: sent.json<{ codeId: string }>().codeId, code: await codeAt(phone) }
}

async function register(identityNumber: string, more: object = {}) {
  const { phone, codeId, code } = await provenPhone()
  const answer = await ask('/api/citizens', {
    codeId,
    code,
    name: '张某某',
    identityType: 'id-card',
    identityNumber,
    contactName: null,
    password: GOOD,
    claim: false,
    ...more,
  })
  const cookie = answer.cookies.find(({ name }) => name === 'yichuang')?.value
  return { answer, phone, cookie, codeId, code }
}

const signIn = async (username: string, password: string) =>
  await ask('/api/session', { username, password })

test('a person registers by phone and identity card, is in at level 1, and signs in by either', async () => {
  const [id = ''] = IDS
  const { answer, phone, cookie } = await register(id)
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({ me: { role: 'applicant', assurance: 'L1' }, claim: null })
  const own = await server.http.inject({
    method: 'GET',
    url: '/api/citizens/me',
    cookies: { yichuang: cookie ?? '' },
  })
  expect(own.json()).toMatchObject({ assurance: 'L1', rulesMark: '待业主确认', heldBack: false })
  expect(own.body).not.toContain(id)
  expect(own.body).not.toContain(phone)
  expect((await signIn(phone, GOOD)).statusCode).toBe(200)
  expect((await signIn(id.toLowerCase(), GOOD)).statusCode).toBe(200)
  expect((await signIn(id, 'Cuowu-2026-mima')).json()).toMatchObject({ code: 'sign-in-failed' })
})

test.each([
  ['an identity card with a wrong check digit', { identityNumber: '513201199001010011' }],
  ['a password without three kinds of characters', { password: 'aaaaaaaaaaaa' }],
  [
    'an enterprise without the person who acts',
    { identityType: 'credit-code', identityNumber: '91513200MA0EXAMP1T' },
  ],
])('%s is refused by field, and the code stays good', async (_, more) => {
  const refused = await register(IDS[1] ?? '', more)
  expect(refused.answer.json()).toMatchObject({ code: 'invalid-input', fields: [{}] })
  const again = await ask('/api/citizens', {
    codeId: refused.codeId,
    code: '000000' === refused.code ? '000001' : '000000',
    name: '张某某',
    identityType: 'id-card',
    identityNumber: IDS[1],
    contactName: null,
    password: GOOD,
    claim: false,
  })
  expect(again.json()).toMatchObject({ code: 'one-time-code-wrong' })
})

test('a password that holds the identity number is refused', async () => {
  const { answer } = await register(IDS[1] ?? '', { password: `Aa-${IDS[1] ?? ''}` })
  expect(answer.json()).toMatchObject({ code: 'invalid-input', fields: [{ field: '密码' }] })
})

test('five wrong codes end a code, also for the right one', async () => {
  const { codeId, code } = await provenPhone()
  const wrong = code === '111111' ? '222222' : '111111'
  const body = {
    codeId,
    name: '张某某',
    identityType: 'id-card',
    identityNumber: IDS[2],
    contactName: null,
    password: GOOD,
    claim: false,
  }
  for (let failure = 1; failure <= 5; failure += 1)
    expect((await ask('/api/citizens', { ...body, code: wrong })).json()).toMatchObject({
      code: 'one-time-code-wrong',
    })
  expect((await ask('/api/citizens', { ...body, code })).json()).toMatchObject({
    code: 'one-time-code-expired',
  })
})

test('of twenty guesses at once no more than five are looked at, and the right one after them opens nothing', async () => {
  const { codeId, code } = await provenPhone()
  const wrong = code === '111111' ? '222222' : '111111'
  const guess = async (typed: string) =>
    await proveCode(database, REGION, 'register', { codeId, code: typed })
  const guesses = await Promise.all(Array.from({ length: 20 }, () => guess(wrong)))
  const told = guesses.map((one) => (one.ok ? 'right' : one.violation.code))
  expect(told.filter((one) => one === 'one-time-code-wrong')).toHaveLength(5)
  expect(told.filter((one) => one === 'one-time-code-expired')).toHaveLength(15)
  expect((await guess(code)).ok).toBe(false)
})

test('a second code to the same phone has to wait a minute', async () => {
  const { phone } = await provenPhone()
  const again = await ask('/api/citizens/codes', { phone })
  expect(again.json()).toMatchObject({ code: 'too-many-attempts' })
  expect(Number(again.headers['retry-after'])).toBeGreaterThan(30)
})

test('whoever shares an identity number is told so, may dispute it, and the window settles it for the person with the original', async () => {
  const id = IDS[3] ?? ''
  const first = await register(id)
  const second = await register(id, { name: '张示例' })
  expect(second.answer.json()).toMatchObject({ code: 'identity-already-registered' })
  const disputed = await ask('/api/citizens', {
    codeId: second.codeId,
    code: second.code,
    name: '张示例',
    identityType: 'id-card',
    identityNumber: id,
    contactName: null,
    password: 'Zhenren-2026-mima',
    claim: true,
  })
  const { claim } = disputed.json<{ claim: { number: string } }>()
  expect(claim.number).toMatch(/^SS\d{8}$/)
  expect(disputed.cookies).toEqual([])

  const found = await server.send('chuangkou1', 'POST', '/api/citizen-look-ups', {
    identityType: 'id-card',
    identityNumber: id,
  })
  expect(found.body).not.toContain(second.phone)
  const { claims } = found.json<{ claims: { claimId: string; number: string; name: string }[] }>()
  expect(claims).toMatchObject([{ number: claim.number, name: '张**', state: 'open' }])
  const settlement = {
    commandId: newId(),
    outcome: 'claimant',
    name: '张示例',
    evidence: 'id-card-original',
    reason: '本人持身份证原件到窗口，人证一致。',
  }
  const url = `/api/identity-claims/${claims[0]?.claimId ?? ''}/settlement`
  expect((await server.send('chuangkou1', 'POST', url, settlement)).json()).toMatchObject({
    state: 'claimant',
  })
  // The same dialog sent twice.
  expect((await server.send('chuangkou1', 'POST', url, settlement)).statusCode).toBe(200)
  const other = { ...settlement, commandId: newId(), outcome: 'holder' }
  expect((await server.send('chuangkou1', 'POST', url, other)).json()).toMatchObject({
    code: 'claim-settled',
  })

  expect((await signIn(id, GOOD)).statusCode).toBe(401)
  const lost = await server.http.inject({
    method: 'GET',
    url: '/api/session',
    cookies: { yichuang: first.cookie ?? '' },
  })
  expect(lost.statusCode).toBe(401)
  expect((await signIn(id, 'Zhenren-2026-mima')).json()).toMatchObject({
    name: '张示例',
    assurance: 'L2',
  })
  const audits = await database.query(
    `select detail from access_audit where region_code = 513200 and action = 'identity-claim-settled'`,
  )
  expect(audits).toHaveLength(1)
})

test('two browsers that register one identity at once make one account', async () => {
  const id = IDS[4] ?? ''
  const [one, two] = [await provenPhone(), await provenPhone()]
  const body = {
    name: '张某某',
    identityType: 'id-card',
    identityNumber: id,
    contactName: null,
    password: GOOD,
    claim: false,
  }
  const answers = await Promise.all(
    [one, two].map(
      async ({ codeId, code }) => await ask('/api/citizens', { ...body, codeId, code }),
    ),
  )
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]))
})

test('the window verifies once for one dialog, audits it, and only against the number of the account', async () => {
  const id = IDS[5] ?? ''
  const { cookie } = await register(id)
  const found = await server.send('chuangkou1', 'POST', '/api/citizen-look-ups', {
    identityType: 'id-card',
    identityNumber: id,
  })
  const { accountId } = found.json<{ account: { accountId: string } }>().account
  const body = {
    commandId: newId(),
    identityType: 'id-card',
    identityNumber: id,
    name: '卓玛示例',
    evidence: 'id-card-original',
  }
  const url = `/api/citizens/${accountId}/verification`
  const wrong = await server.send('chuangkou1', 'POST', url, { ...body, identityNumber: IDS[6] })
  expect(wrong.json()).toMatchObject({ code: 'identity-mismatch' })
  for (let time = 1; time <= 2; time += 1)
    expect((await server.send('chuangkou1', 'POST', url, body)).json()).toMatchObject({
      assurance: 'L2',
      name: '卓***',
    })
  const me = await server.http.inject({
    method: 'GET',
    url: '/api/session',
    cookies: { yichuang: cookie ?? '' },
  })
  expect(me.json()).toMatchObject({ name: '卓玛示例', assurance: 'L2' })
  const audits = await database.query(
    `select 1 from access_audit where region_code = 513200 and action = 'citizen-verified' and subject_id = $1`,
    [accountId],
  )
  expect(audits).toHaveLength(1)
  expect((await server.send('wentilv.shenhe', 'POST', url, body)).json()).toMatchObject({
    code: 'not-permitted',
  })
})

test('who only states an identity sees nothing that the window received for it, until it is verified', async () => {
  const id = IDS[7] ?? ''
  const { cookie = '' } = await register(id)
  const list = async () =>
    (
      await server.http.inject({
        method: 'GET',
        url: '/api/worklists/mine',
        cookies: { yichuang: cookie },
      })
    ).json<{ rows: { number: string }[] }>().rows
  expect(await list()).toEqual([])
  const received = await server.send('chuangkou1', 'POST', '/api/applications', {
    commandId: newId(),
    applicationId: newId(),
    itemId: 'aba-36',
    applicant: {
      kind: 'person',
      name: '张某某',
      identityType: 'id-card',
      identityNumber: id,
      phone: '13900000000',
      address: null,
      contactName: null,
    },
    channel: 'window',
    materials: {},
    insist: false,
    renews: null,
  })
  const { applicationId } = received.json<{ applicationId: string }>()
  expect(await list()).toEqual([])
  const one = await server.http.inject({
    method: 'GET',
    url: `/api/applications/${applicationId}`,
    cookies: { yichuang: cookie },
  })
  expect(one.json()).toMatchObject({ code: 'not-your-application' })
  const me = await server.http.inject({
    method: 'GET',
    url: '/api/session',
    cookies: { yichuang: cookie },
  })
  expect(me.json()).toMatchObject({ assurance: 'L1', heldBack: true })
  const found = await server.send('chuangkou1', 'POST', '/api/citizen-look-ups', {
    identityType: 'id-card',
    identityNumber: id,
  })
  const { accountId } = found.json<{ account: { accountId: string } }>().account
  await server.send('chuangkou1', 'POST', `/api/citizens/${accountId}/verification`, {
    commandId: newId(),
    identityType: 'id-card',
    identityNumber: id,
    name: '张某某',
    evidence: 'id-card-original',
  })
  expect(await list()).toMatchObject([{ applicationId }])
})

test('a certificate is given online to nobody whose identity is only stated', async () => {
  const { mkdtempSync } = await import('node:fs')
  const withPapers = await composedServer(database, () => '2026-03-02T02:00:00.000Z' as Instant, {
    documents: { dataFolder: mkdtempSync('/tmp/yichuang-citizens-'), passphrase: undefined },
  })
  const { cookie = '' } = await register(IDS[12] ?? '')
  const url = `/api/applications/${newId()}/certificate/pdf`
  const asked = await withPapers.http.inject({ method: 'GET', url, cookies: { yichuang: cookie } })
  expect(asked.statusCode).toBe(403)
  expect(asked.json()).toMatchObject({ code: 'assurance-too-low' })
  const verified = await withPapers.send('shenqing1', 'GET', url)
  expect(verified.json()).not.toMatchObject({ code: 'assurance-too-low' })
  await withPapers.close()
})

test('a forgotten password: the same answer for anybody, the code to the phone, every session ended', async () => {
  const id = IDS[8] ?? ''
  const { phone, cookie = '' } = await register(id)
  // The registration's code was to the same phone; the next one has another purpose.
  const known = await ask('/api/citizens/password/codes', { account: id, by: 'phone' })
  const unknown = await ask('/api/citizens/password/codes', {
    account: '513201199909090019',
    by: 'phone',
  })
  const shape = (answer: typeof known) => ({ ...answer.json<object>(), codeId: '' })
  expect(known.statusCode).toBe(200)
  expect(shape(unknown)).toEqual(shape(known))
  const { codeId } = known.json<{ codeId: string }>()
  const { codeId: codeForNobody } = unknown.json<{ codeId: string }>()
  const next = 'Xinmima-2026-ok'
  let code = ''
  while (code === '') {
    const texts = simulator.messages().filter(({ to }) => to === phone)
    if (texts.length > 1) code = /验证码 (\d{6})/.exec(texts[0]?.text ?? '')?.[1] ?? ''
    else await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const nobody = await ask('/api/citizens/password', {
    codeId: codeForNobody,
    code,
    password: next,
  })
  expect(nobody.json()).toMatchObject({ code: 'one-time-code-wrong' })
  expect((await ask('/api/citizens/password', { codeId, code, password: next })).statusCode).toBe(
    200,
  )
  const again = await ask('/api/citizens/password', { codeId, code, password: 'Yourmima-2026' })
  expect(again.json()).toMatchObject({ code: 'one-time-code-expired' })
  const ended = await server.http.inject({
    method: 'GET',
    url: '/api/session',
    cookies: { yichuang: cookie },
  })
  expect(ended.statusCode).toBe(401)
  expect((await signIn(phone, GOOD)).statusCode).toBe(401)
  expect((await signIn(phone, next)).statusCode).toBe(200)
})

test('a new phone is the account’s when its code came back, and the old phone hears of it', async () => {
  const { phone, cookie } = await register(IDS[9] ?? '')
  const to = nextPhone()
  const sent = await ask('/api/citizens/me/contact/codes', { contact: 'phone', to }, cookie)
  const { codeId } = sent.json<{ codeId: string }>()
  const code = await codeAt(to)
  expect((await ask('/api/citizens/me/contact', { codeId, code }, cookie, 'PUT')).statusCode).toBe(
    200,
  )
  await server.citizens.sendDue()
  const [notice] = await database.query<{ address: string; text: string }>(
    `select d.address, m.text from message m join message_delivery d on d.region_code = 513200 and d.message_id = m.message_id
      where m.region_code = 513200 and m.kind = 'contact-changed'`,
  )
  expect(notice).toMatchObject({ address: phone })
  expect((await signIn(phone, GOOD)).statusCode).toBe(401)
  expect((await signIn(to, GOOD)).statusCode).toBe(200)
})

test('a code for one account changes no other', async () => {
  const mine = await register(IDS[10] ?? '')
  const theirs = await register(IDS[11] ?? '')
  const to = nextPhone()
  const sent = await ask('/api/citizens/me/contact/codes', { contact: 'phone', to }, mine.cookie)
  const { codeId } = sent.json<{ codeId: string }>()
  const stolen = await ask(
    '/api/citizens/me/contact',
    { codeId, code: await codeAt(to) },
    theirs.cookie,
    'PUT',
  )
  expect(stolen.json()).toMatchObject({ code: 'one-time-code-expired' })
})

test('without a gateway nobody can ask for a code, and the page knows it beforehand', async () => {
  const bare = await composedServer(database, () => '2026-03-02T02:00:00.000Z' as Instant)
  const asked = await bare.send(null, 'POST', '/api/citizens/codes', { phone: nextPhone() })
  expect(asked.json()).toMatchObject({ code: 'codes-unavailable' })
  expect((await bare.send(null, 'GET', '/api/sign-in-ways')).json()).toEqual({
    provider: null,
    sms: false,
    email: false,
    simulated: false,
  })
  expect((await bare.send(null, 'GET', '/api/oidc/start')).json()).toMatchObject({
    code: 'provider-not-set',
  })
  await bare.close()
})
