import { expect, test } from 'vitest'
import type { Instant } from '../../domain/shared/ids.ts'
import { composedServer, REGION } from '../../tests/support/composed-server.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { GOOD, IDS, registeringCitizens } from '../../tests/support/registering-citizens.ts'
import { proveCode } from './one-time-code.ts'

const { database } = await freshDatabase()
const { server, simulator, nextPhone, ask, codeAt, provenPhone, register, signIn } =
  await registeringCitizens(database)

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
