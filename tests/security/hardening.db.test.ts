import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { ALLOWANCES } from '../../server/http/rate-limit.ts'
import { createHttpServer } from '../../server/http/http-server.ts'
import { accessRoutes } from '../../server/access/access-routes.ts'
import { createSessions } from '../../server/access/session-store.ts'
import { newId } from '../../server/event-log/chain.ts'
import { PASSWORD, REGION } from '../support/composed-server.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { multipart } from './support/multipart.ts'
import { openCentre } from './support/open-centre.ts'
import { sampleRequest } from './support/sample-request.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
const centre = await openCentre(database, { rateLimit: 1 })
afterAll(() => centre.close())
await centre.http.listen({ port: 0, host: '127.0.0.1' })
const { port } = centre.http.server.address() as AddressInfo
const base = `http://127.0.0.1:${port}`

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

async function raw(bytes: string): Promise<string> {
  return await new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.on('data', (data) => (text += data.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', () => resolve(text))
    socket.setTimeout(3_000, () => socket.destroy())
  })
}

describe('headers', () => {
  const clerk = async () => await centre.signIn('window-clerk')
  const oversized = 'x'.repeat(1_100_000)
  test.each<[string, number, () => Promise<Response>]>([
    ['a page', 200, async () => await fetch(`${base}/`)],
    [
      'a page of the app',
      200,
      async () => await fetch(`${base}/window`, { headers: { accept: 'text/html' } }),
    ],
    ['a file of the web', 200, async () => await fetch(`${base}/assets/app-1a2b3c.js`)],
    ['the reader', 200, async () => await fetch(`${base}/docs`)],
    ['the interface', 200, async () => await fetch(`${base}/api/openapi.json`)],
    ['health', 200, async () => await fetch(`${base}/health`)],
    ['data', 200, async () => await fetch(`${base}/api/items`)],
    [
      'a paper',
      200,
      async () =>
        await fetch(`${base}/api/notices/${centre.ids.noticeId}/pdf`, { headers: await clerk() }),
    ],
    [
      'a material',
      200,
      async () =>
        await fetch(
          `${base}/api/applications/${centre.ids.applicationId}/files/${centre.ids.fileId}`,
          { headers: await clerk() },
        ),
    ],
    [
      'a broken body',
      400,
      async () =>
        await fetch(`${base}/api/session`, {
          method: 'POST',
          body: '{',
          headers: { 'content-type': 'application/json' },
        }),
    ],
    ['a stranger', 401, async () => await fetch(`${base}/api/worklists`)],
    [
      'another site',
      403,
      async () =>
        await fetch(`${base}/api/session`, {
          method: 'POST',
          headers: { origin: 'https://evil.invalid' },
        }),
    ],
    ['an unknown address', 404, async () => await fetch(`${base}/api/nowhere`)],
    [
      'too much',
      413,
      async () =>
        await fetch(`${base}/api/session`, {
          method: 'POST',
          body: oversized,
          headers: { 'content-type': 'application/json' },
        }),
    ],
    [
      'a body of another kind',
      415,
      async () =>
        await fetch(`${base}/api/session`, {
          method: 'POST',
          body: 'x',
          headers: { 'content-type': 'text/plain', 'x-yichuang': '1' },
        }),
    ],
  ])('%s (%i) comes with every protective header', async (_, status, ask) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject(ALWAYS)
    expect(answer.headers.get('content-security-policy')).toContain("base-uri 'none'")
    expect(answer.headers.get('permissions-policy')).toContain('camera=(self)')
    expect(answer.headers.get('x-powered-by')).toBeNull()
    await answer.body?.cancel()
  })

  test('an answer of 304 and the live feed come with them too', async () => {
    const first = await centre.http.inject('/assets/app-1a2b3c.js')
    const again = await centre.http.inject({
      url: '/assets/app-1a2b3c.js',
      headers: { 'if-none-match': String(first.headers['etag']) },
    })
    expect(again.statusCode).toBe(304)
    expect(again.headers).toMatchObject(ALWAYS)
    const leave = new AbortController()
    const feed = await fetch(`${base}/api/live`, { headers: await clerk(), signal: leave.signal })
    expect(Object.fromEntries(feed.headers)).toMatchObject(ALWAYS)
    leave.abort()
  })

  test('bytes that are no request are answered with them, in Chinese, and the connection ends', async () => {
    for (const bytes of [
      'GARBAGE\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(40_000)}\r\n\r\n`,
    ]) {
      const answer = await raw(bytes)
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(answer).toContain('x-content-type-options: nosniff')
      expect(answer).toContain('请求的格式有误')
    }
  })

  test('what is known of people is kept by no cache', async () => {
    for (const url of [
      '/api/session',
      '/api/worklists',
      `/api/applications/${centre.ids.applicationId}`,
      `/api/notices/${centre.ids.noticeId}/pdf`,
      `/api/notices/${centre.ids.noticeId}/pages`,
      `/api/applications/${centre.ids.applicationId}/files/${centre.ids.fileId}`,
    ]) {
      const answer = await fetch(`${base}${url}`, { headers: await clerk() })
      expect([url, answer.headers.get('cache-control')]).toEqual([
        url,
        expect.stringMatching(/no-store|private, no-cache/),
      ])
      await answer.body?.cancel()
    }
  })
})

describe('requests that another site makes a browser send', () => {
  const unsafe = centre.http.operations.filter(({ method }) => method !== 'GET')
  test.each(unsafe.map((one) => [one.operationId, one] as const))(
    '%s refuses them, in all their forms',
    async (_, operation) => {
      const { method, url } = sampleRequest(operation, centre.ids)
      const cookie = await centre.signIn('window-clerk')
      const forms: readonly Record<string, string>[] = [
        { 'content-type': 'application/x-www-form-urlencoded' },
        { 'content-type': 'text/plain' },
        { 'content-type': 'multipart/form-data; boundary=x' },
        { 'content-type': 'application/json', origin: 'https://evil.invalid' },
        { 'x-yichuang': '1', origin: 'null' },
        { 'x-yichuang': '1', 'sec-fetch-site': 'cross-site' },
        { 'x-yichuang': '1', 'sec-fetch-site': 'same-site' },
        { 'x-yichuang': '1', origin: `http://127.0.0.1:${port}.evil.invalid` },
      ]
      for (const headers of forms) {
        const answer = await centre.http.inject({
          method,
          url,
          headers: { ...cookie, ...headers, host: `127.0.0.1:${port}` },
          payload: 'a=b',
        })
        expect([headers, answer.statusCode, answer.json().code]).toEqual([
          headers,
          403,
          'cross-site-request',
        ])
      }
    },
  )

  test('no GET changes anything: every act has another method', () => {
    const acts = centre.http.operations.filter(
      ({ method, body }) =>
        method === 'GET' && body !== undefined && !body.safeParse(undefined).success,
    )
    expect(acts.map(({ operationId }) => operationId)).toEqual([])
  })
})

describe('sessions', () => {
  const signIn = async (cookie?: string) =>
    await centre.http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-yichuang': '1', ...(cookie !== undefined && { cookie }) },
      payload: { username: 'shenqing1', password: PASSWORD },
    })
  const opened = (answer: Awaited<ReturnType<typeof signIn>>) =>
    answer.cookies.find(({ name }) => name === 'yichuang')

  test('the cookie is for this site’s requests alone, and out of reach of scripts', async () => {
    expect(opened(await signIn())).toMatchObject({
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: 12 * 60 * 60,
    })
    const http = await createHttpServer(
      {
        db: database,
        clock: () => '2026-03-02T01:00:00.000Z' as never,
        regionCode: REGION,
        secureCookies: true,
        sessions: createSessions(database),
        demonstration: null,
      },
      { logLevel: 'silent' },
    )
    accessRoutes(http, {
      db: database,
      clock: () => '2026-03-02T01:00:00.000Z' as never,
      regionCode: REGION,
      secureCookies: true,
      sessions: createSessions(database),
      demonstration: null,
    })
    const answer = await http.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'x-yichuang': '1' },
      payload: { username: 'shenqing1', password: PASSWORD },
    })
    const cookie = answer.cookies.find(({ name }) => name === '__Host-yichuang')
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' })
    expect(cookie?.domain).toBeUndefined()
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
    await http.close()
  })

  test('signing in gives a new session and ends the one before; a planted cookie stays worthless', async () => {
    const planted = `yichuang=${REGION}.${'A'.repeat(43)}`
    const first = opened(await signIn(planted))?.value ?? ''
    expect(planted).not.toContain(first)
    const second = opened(await signIn(`yichuang=${first}`))?.value ?? ''
    expect(second).not.toBe(first)
    const asked = async (cookie: string) =>
      (await centre.http.inject({ url: '/api/session', headers: { cookie } })).statusCode
    expect(await asked(`yichuang=${second}`)).toBe(200)
    expect(await asked(`yichuang=${first}`)).toBe(401)
    expect(await asked(planted)).toBe(401)
  })

  test('no address of the interface takes a session or a password', async () => {
    const document = (await centre.http.inject('/api/openapi.json')).json<{
      paths: Record<string, Record<string, { parameters?: { name: string }[] }>>
    }>()
    const names = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ parameters = [] }) => parameters.map(({ name }) => name)),
    )
    expect(names.filter((name) => /token|session|password|secret|cookie/i.test(name))).toEqual([])
  })
})

describe('the address in the request', () => {
  test('a false Host is repeated nowhere and redirects nobody', async () => {
    for (const url of [
      '/',
      '/docs',
      '/docs/',
      '/api/items',
      '/api/openapi.json',
      '/assets',
      '//evil.invalid',
    ]) {
      const answer = await centre.http.inject({
        url,
        headers: { host: 'evil.invalid', 'x-forwarded-host': 'evil.invalid', accept: 'text/html' },
      })
      expect(answer.body).not.toContain('evil.invalid')
      expect(answer.headers['location']).toBeUndefined()
    }
  })
})

describe('limits', () => {
  const tooMany = { status: 429, code: 'too-many-attempts' }

  test('over its allowance an account is told when to come back, another account goes on', async () => {
    const { burst } = ALLOWANCES.command
    const ask = async (visitor: 'reviewer' | 'decider') =>
      await centre.http.inject({
        method: 'POST',
        url: `/api/applications/${newId()}/archive`,
        headers: { 'x-yichuang': '1', ...(await centre.signIn(visitor)) },
        payload: {},
      })
    const answers = []
    for (let one = 0; one <= burst + 20; one += 1) answers.push(await ask('reviewer'))
    const refused = answers.find(({ statusCode }) => statusCode === 429)
    expect(refused?.json()).toMatchObject(tooMany)
    expect(refused?.json().detail).toMatch(/请 \d+ 秒后再试/)
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('decider')).statusCode).toBe(422)
  })

  test('a robot that signs in nowhere begins so many drafts and no more, and another address goes on', async () => {
    const begin = async (remoteAddress: string) =>
      (
        await centre.http.inject({
          method: 'POST',
          url: '/api/drafts',
          remoteAddress,
          headers: { 'x-yichuang': '1' },
          payload: { draftId: newId(), itemId: 'aba-36', content: {} },
        })
      ).statusCode
    const { burst } = ALLOWANCES['stranger-draft']
    const answers = new Map<number, number>()
    for (let one = 0; one < burst + 20; one += 1) {
      const status = await begin('203.0.113.50')
      answers.set(status, (answers.get(status) ?? 0) + 1)
    }
    expect(answers.get(429)).toBeGreaterThan(0)
    expect(answers.get(200)).toBeGreaterThanOrEqual(burst)
    expect(await begin('203.0.113.51')).toBe(200)
  })

  test('guessing codes is stopped by address and by code, and what a client says of its address counts for nothing', async () => {
    const ask = async (code: string, remoteAddress: string, forwarded = '') =>
      (
        await centre.http.inject({
          url: `/api/verify/${code}`,
          remoteAddress,
          headers: { ...(forwarded !== '' && { 'x-forwarded-for': forwarded }) },
        })
      ).statusCode
    const byAddress = []
    for (let one = 0; one < ALLOWANCES.lookup.burst + 10; one += 1)
      byAddress.push(await ask(`GUESS${one}`, '198.51.100.1', `203.0.113.${one % 250}`))
    expect(byAddress.at(0)).toBe(200)
    expect(byAddress.at(-1)).toBe(429)
    const byCode = []
    for (let one = 0; one < ALLOWANCES.code.burst + 10; one += 1)
      byCode.push(await ask(one % 2 === 0 ? 'ABCD-EFGH' : 'abcdefgh', `198.51.100.${100 + one}`))
    expect(byCode.at(-1)).toBe(429)
    expect(await ask(centre.ids.code, '198.51.100.99')).toBe(200)
  })

  test('one person holds so many live feeds and no more, and may open one again after closing one', async () => {
    const headers = await centre.signIn('supervisor')
    const open: AbortController[] = []
    const feed = async () => {
      const leave = new AbortController()
      const { status } = await fetch(`${base}/api/live`, { headers, signal: leave.signal })
      if (status === 200) open.push(leave)
      return status
    }
    const first = []
    for (let one = 0; one < 20; one += 1) first.push(await feed())
    expect(new Set(first)).toEqual(new Set([200]))
    expect(await feed()).toBe(429)
    open.pop()?.abort()
    await expect.poll(feed).toBe(200)
    for (const one of open) one.abort()
  })

  test('a hall of people behind one address is limited one by one, not together', async () => {
    const { burst } = ALLOWANCES.read
    const headers = await centre.signIn('seal-keeper')
    for (let one = 0; one < 50; one += 1) {
      const answer = await centre.http.inject({ url: '/api/session', headers })
      expect(answer.statusCode).toBe(200)
    }
    expect(burst).toBeGreaterThan(50)
    const other = await centre.http.inject({
      url: '/api/session',
      headers: await centre.signIn('government-head'),
    })
    expect(other.statusCode).toBe(200)
  })
})

test('an upload whose name is a path or a header stays a name', async () => {
  const applicationId = centre.ids.applicationId
  for (const name of ['../../etc/passwd.pdf', 'a\\r\\nset-cookie: x=1.pdf', '"; x="y.pdf']) {
    const answer = await centre.http.inject({
      method: 'POST',
      url: `/api/applications/${applicationId}/materials/1`,
      cookies: { yichuang: (await centre.signIn('window-clerk')).cookie?.slice(9) ?? '' },
      ...multipart({ name: name.replaceAll('"', '%22'), file: Buffer.from('%PDF-1.7\n') }),
    })
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
})
