import type { AddressInfo } from 'node:net'
import net from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { freshDatabase } from '../support/fresh-database.ts'
import { multipart } from './support/multipart.ts'
import { openCentre } from './support/open-centre.ts'

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
