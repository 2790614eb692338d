import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { ALLOWANCES } from '../../server/http/rate-limit.ts'
import { createHttpServer } from '../../server/http/http-server.ts'
import { accessRoutes } from '../../server/access/access-routes.ts'
import { createSessions } from '../../server/access/session-store.ts'
import { newId } from '../../server/event-log/chain.ts'
import { PASSWORD, REGION } from '../support/composed-server.ts'
import { freshDatabase } from '../support/fresh-database.ts'
import { openCentre } from './support/open-centre.ts'
import { sampleRequest } from './support/sample-request.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
const centre = await openCentre(database, { rateLimit: 1 })
afterAll(() => centre.close())
await centre.http.listen({ port: 0, host: '127.0.0.1' })
const { port } = centre.http.server.address() as AddressInfo
const base = `http://127.0.0.1:${port}`

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
