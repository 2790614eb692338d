import { afterAll, expect, test } from 'vitest'
import { freePort } from '../bench/free-port.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { oidcSettingOf } from '../server/oidc/oidc-setting.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'
import { startIdentityProvider } from './support/identity-provider.ts'

const PEOPLE = [
  { sub: 'p1', name: '张某某', id_no: '513201198805120015', acr: '3' },
  { sub: 'p2', name: '张示例', id_no: '513201199001010114', acr: '3' },
  { sub: 'low', name: '张三某', id_no: '513201199001010122', acr: '1' },
  { sub: 'bare', name: '张四某', acr: '3' },
]
const { database } = await freshDatabase()
const port = await freePort()
const portalUrl = `http://127.0.0.1:${port}`
const redirectUri = `${portalUrl}/api/oidc/callback`
const provider = await startIdentityProvider(redirectUri, PEOPLE)
const settingFor = (issuer: string, clientSecret = provider.clientSecret) =>
  oidcSettingOf({
    YICHUANG_OIDC_ISSUER: issuer,
    YICHUANG_OIDC_CLIENT: provider.clientId,
    YICHUANG_OIDC_SECRET: clientSecret,
    YICHUANG_OIDC_NAME: '测试认证平台',
    YICHUANG_OIDC_ACR_VALUES: '3 2',
  })
const clock = () => '2026-03-02T02:00:00.000Z' as Instant
const composed = async (oidc = settingFor(provider.issuer)) =>
  await composedServer(database, clock, { portalUrl, citizens: { oidc } })
const server = await composed()
afterAll(async () => {
  await server.close()
  await provider.stop()
})

type Server = typeof server
type Jar = Map<string, string>

/** One step of a browser at the centre: its cookies, no further. */
async function step(at: Server, url: string, jar: Jar) {
  const answer = await at.http.inject({
    method: 'GET',
    url,
    cookies: Object.fromEntries(jar),
  })
  for (const { name, value } of answer.cookies) {
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
  return { status: answer.statusCode, to: String(answer.headers.location ?? ''), answer }
}

/** Signs in over there as somebody, in a browser of its own, and answers where the provider sends it back to. */
async function atProvider(address: string, sub: string): Promise<string> {
  const jar: Jar = new Map()
  let at = address
  for (let hop = 0; hop < 12; hop += 1) {
    const isForm = new URL(at).pathname.startsWith('/interaction/')
    const answer = await fetch(at, {
      method: isForm ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(isForm && { body: `sub=${sub}` }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const next = answer.headers.get('location')
    if (next === null) throw new Error(`${answer.status} ${await answer.text()}`)
    at = new URL(next, at).href
    if (at.startsWith(portalUrl)) return at.slice(portalUrl.length)
  }
  throw new Error('The provider sends the browser in circles')
}

async function signIn(sub: string, { next = '/my', jar = new Map() as Jar, at = server } = {}) {
  const begun = await step(at, `/api/oidc/start?next=${encodeURIComponent(next)}`, jar)
  const back = await atProvider(begun.to, sub)
  const ended = await step(at, back, jar)
  return { begun, back, ended, jar }
}

const me = async (jar: Jar) => (await step(server, '/api/session', jar)).answer

test('whoever the province knows is in at level 3, as the one account of that identity, where they wanted to go', async () => {
  const { begun, ended, jar } = await signIn('p1', { next: '/my/messages' })
  const asked = new URL(begun.to).searchParams
  expect(asked.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(asked.get(name)?.length).toBeGreaterThan(40)
  expect(ended).toMatchObject({ status: 302, to: '/my/messages' })
  expect((await me(jar)).json()).toMatchObject({
    name: '张某某',
    role: 'applicant',
    assurance: 'L3',
    username: 'shenqing1',
  })
})

test('a person without an account gets one, once, however often they come', async () => {
  const first = await signIn('p2')
  const again = await signIn('p2')
  const accounts = [await me(first.jar), await me(again.jar)].map(
    (answer) => answer.json<{ accountId: string }>().accountId,
  )
  expect(accounts[0]).toBe(accounts[1])
  const links = await database.query('select 1 from oidc_link where region_code = $1', [REGION])
  expect(links).toHaveLength(2)
})

test('an account that somebody only stated loses its password, contacts and sessions to the person themself', async () => {
  const identity = 'id-card:513201199001010157'
  const squatter = await startIdentityProvider(redirectUri, [
    { sub: 'q', name: '真某某', id_no: '513201199001010157', acr: '3' },
  ])
  await database.query(
    `select register_citizen($1, '019fffff-0000-7000-8000-000000000001', 'gm-zhanyong', '假某某', $2, 'x', 'L1', null, '13912349999', null, '2026-03-01')`,
    [REGION, identity],
  )
  const at = await composed(settingFor(squatter.issuer))
  const begun = await step(at, '/api/oidc/start', new Map())
  expect(begun.status).toBe(302)
  const { jar } = await signIn('q', { at })
  expect((await step(at, '/api/session', jar)).answer.json()).toMatchObject({
    name: '真某某',
    assurance: 'L3',
  })
  const [row] = await database.query<{ phone: string | null; hash: string }>(
    `select c.phone, a.password_hash as hash from citizen c join account a on a.region_code = c.region_code and a.account_id = c.account_id
      where c.region_code = $1 and c.identity = $2`,
    [REGION, identity],
  )
  expect(row?.phone).toBeNull()
  expect(row?.hash).toMatch(/^\$argon2id/)
  await at.close()
  await squatter.stop()
})

test('a session the browser brought along is ended and replaced', async () => {
  const planted = await server.signIn('shenqing2')
  const jar: Jar = new Map([['yichuang', planted]])
  const { jar: after } = await signIn('p1', { jar })
  expect(after.get('yichuang')).not.toBe(planted)
  expect((await me(new Map([['yichuang', planted]]))).statusCode).toBe(401)
})

test('an answer for another browser, a second time, with another state or without any opens nothing', async () => {
  const jar: Jar = new Map()
  const begun = await step(server, '/api/oidc/start', jar)
  const back = await atProvider(begun.to, 'p1')
  const stranger = await step(server, back, new Map())
  expect(stranger.to).toBe('/sign-in?problem=sign-in-expired')
  const other = await signIn('p2')
  const twice = await step(server, other.back, other.jar)
  expect(twice.to).toBe('/sign-in?problem=sign-in-expired')
  const mixed = await step(server, back.replace(/state=[^&]+/, 'state=another'), new Map(jar))
  expect(mixed.to).toBe('/sign-in?problem=sign-in-expired')
  expect((await step(server, '/api/oidc/callback', new Map(jar))).to).toBe(
    '/sign-in?problem=sign-in-expired',
  )
})

test('an answer that names another issuer is not believed', async () => {
  const jar: Jar = new Map()
  const begun = await step(server, '/api/oidc/start', jar)
  const back = await atProvider(begun.to, 'p1')
  const iss = encodeURIComponent(provider.issuer)
  const forged = back.includes('iss=')
    ? back.replace(`iss=${iss}`, `iss=${encodeURIComponent('https://evil.example')}`)
    : `${back}&iss=${encodeURIComponent('https://evil.example')}`
  const ended = await step(server, forged, jar)
  expect(ended.to).toMatch(/^\/sign-in\?problem=provider-(refused|unavailable)$/)
  expect(jar.has('yichuang')).toBe(false)
})

test.each([
  ['low', 'level-too-low'],
  ['bare', 'identity-not-supplied'],
  ['', 'provider-refused'],
])('person %j of the provider is sent back to the sign-in page: %s', async (sub, problem) => {
  const { ended, jar } = await signIn(sub)
  expect(ended.to).toBe(`/sign-in?problem=${problem}`)
  expect(jar.has('yichuang')).toBe(false)
})

test('nobody is sent to another site after signing in', async () => {
  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', '/sign-in'])
    expect((await signIn('p1', { next })).ended.to).toBe('/my')
})

test('a provider that is down is told from one that is not: the page offers the local way', async () => {
  const down = await composed(settingFor(`http://127.0.0.1:${await freePort()}`))
  const begun = await step(down, '/api/oidc/start', new Map())
  expect(begun.to).toBe('/sign-in?problem=provider-unavailable')
  expect((await down.send(null, 'GET', '/api/sign-in-ways')).json()).toMatchObject({
    provider: { name: '测试认证平台', start: '/api/oidc/start' },
  })
  await down.close()
})

test('a provider that calls itself otherwise than it was set is not used', async () => {
  const named = await composed(settingFor(provider.issuer.replace('127.0.0.1', 'localhost')))
  const begun = await step(named, '/api/oidc/start', new Map())
  expect(begun.to).toBe('/sign-in?problem=provider-unavailable')
  await named.close()
})

test('a wrong secret signs nobody in', async () => {
  const wrong = await composed(settingFor(provider.issuer, 'another-secret-altogether'))
  const { ended, jar } = await signIn('p1', { at: wrong })
  expect(ended.to).toBe('/sign-in?problem=provider-refused')
  expect(jar.has('yichuang')).toBe(false)
  await wrong.close()
})
