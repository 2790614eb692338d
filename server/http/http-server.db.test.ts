import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { operation } from '../../contract/operation.ts'
import { NoBody, Nothing, Problem } from '../../contract/shared.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { accessServer, PASSWORD, REGION } from '../access/testing/access-server.ts'
import { connect } from '../database/connect.ts'
import { createHttpServer } from './http-server.ts'
import { registerOperation } from './register-operation.ts'
import { uploadedFile } from './uploaded-file.ts'

const { database } = await freshDatabase()
const webFolder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-web-'))
mkdirSync(path.join(webFolder, 'assets'))
for (const page of ['index.html', 'staff.html'])
  writeFileSync(path.join(webFolder, page), '<!doctype html><title>一窗</title>')
writeFileSync(path.join(webFolder, 'assets', 'app-1a2b3c.js'), 'export {}')
afterAll(() => rmSync(webFolder, { recursive: true }))

const breakDown = operation({
  operationId: 'breakDown',
  method: 'GET',
  path: '/api/break-down',
  access: 'public',
  summary: '出错',
  params: Nothing,
  query: Nothing,
  body: NoBody,
  reply: Nothing,
})
const headsOnly = operation({
  operationId: 'headsOnly',
  method: 'POST',
  path: '/api/applications/:applicationId/extend-everything',
  access: ['department-head'],
  summary: '仅部门负责人',
  params: z.strictObject({ applicationId: z.uuid() }),
  query: Nothing,
  body: z.strictObject({ reason: z.string(), days: z.int().min(1) }),
  reply: z.strictObject({ days: z.int() }),
})
const upload = operation({
  operationId: 'upload',
  method: 'POST',
  path: '/api/upload',
  access: 'signed-in',
  summary: '上传',
  params: Nothing,
  query: Nothing,
  body: z.any(),
  sends: 'multipart',
  reply: z.strictObject({ size: z.int() }),
})
const APPLICATION = '0192f0c1-2b3c-7def-8123-456789abcdef'

const server = await accessServer(database, {
  webFolder,
  routes: (http, context) => {
    registerOperation(http, context, breakDown, () =>
      Promise.reject(new Error('513201199003070014 secret /root/path')),
    )
    registerOperation(http, context, headsOnly, ({ body }) =>
      Promise.resolve(
        body.reason === 'moved'
          ? { ok: false as const, violation: { code: 'changed-meanwhile' as const, version: 7 } }
          : body.reason === 'late'
            ? { ok: false as const, violation: { code: 'extension-too-late' as const } }
            : { ok: true as const, value: { days: body.days } },
      ),
    )
    registerOperation(http, context, upload, async ({ request }) => {
      const file = await uploadedFile(request)
      return { ok: true, value: { size: file?.bytes.length ?? 0 } }
    })
  },
})
const signInBody = { username: 'daiban', password: PASSWORD }

test('an unknown field is named with its remedy', async () => {
  const answer = await server.send('POST', '/api/session', {
    body: { ...signInBody, rememberMe: true },
  })
  expect(answer.statusCode).toBe(422)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.json()).toMatchObject({
    code: 'unknown-field',
    fields: [{ field: 'rememberMe', message: '没有“rememberMe”这个字段，请删去或者更正名称' }],
  })
})

test('every wrong field is named in Chinese', async () => {
  const cookie = await server.signIn('wentilv.fuze')
  const answer = await server.send('POST', `/api/applications/${APPLICATION}/extend-everything`, {
    cookie,
    body: { days: 0 },
  })
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({
    code: 'invalid-input',
    detail: '请改正后重新提交：理由：缺少，请填写；天数：不能小于 1。',
    fields: [
      { field: 'reason', message: '理由：缺少，请填写' },
      { field: 'days', message: '天数：不能小于 1' },
    ],
  })
})

test('a refusal of the law comes with its article, and a moved version with the version that is now', async () => {
  const cookie = await server.signIn('wentilv.fuze')
  const url = `/api/applications/${APPLICATION}/extend-everything`
  const late = await server.send('POST', url, { cookie, body: { reason: 'late', days: 10 } })
  expect(late.statusCode).toBe(409)
  expect(late.json()).toMatchObject({
    code: 'extension-too-late',
    article: '行政许可法第四十二条',
  })
  const moved = await server.send('POST', url, { cookie, body: { reason: 'moved', days: 10 } })
  expect(moved.json()).toMatchObject({ code: 'changed-meanwhile', version: 7, status: 409 })
  const rows = await database.query(
    `select action, subject_id, detail ->> 'code' as code from access_audit
      where region_code = $1 and action = 'command-refused' order by audit_id`,
    [REGION],
  )
  expect(rows).toEqual([
    { action: 'command-refused', subject_id: APPLICATION, code: 'extension-too-late' },
    { action: 'command-refused', subject_id: APPLICATION, code: 'changed-meanwhile' },
  ])
})

test('a role that the operation does not name is refused and the attempt is written down', async () => {
  const cookie = await server.signIn('chuangkou1')
  const answer = await server.send('POST', `/api/applications/${APPLICATION}/extend-everything`, {
    cookie,
    body: { reason: '案情复杂', days: 10 },
  })
  expect(answer.statusCode).toBe(403)
  expect(answer.json()).toMatchObject({ code: 'not-permitted' })
  const [row] = await database.query(
    `select actor_role, detail from access_audit where region_code = $1 and action = 'access-refused'`,
    [REGION],
  )
  expect(row).toEqual({
    actor_role: 'window-clerk',
    detail: { operation: 'headsOnly', code: 'not-permitted' },
  })
})

test.each([
  ['broken JSON', '{"username":', 'application/json', 400, 'malformed-json'],
  ['a prototype in JSON', '{"__proto__":{}}', 'application/json', 400, 'malformed-json'],
  ['nothing at all', '', 'application/json', 422, 'invalid-input'],
  [
    'a form',
    'username=a&password=b',
    'application/x-www-form-urlencoded',
    415,
    'unsupported-media-type',
  ],
  ['two megabytes', `"${'x'.repeat(2 * 1024 * 1024)}"`, 'application/json', 413, 'too-large'],
])('%s is refused with a code', async (_what, payload, type, status, code) => {
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'content-type': type, 'x-yichuang': '1' },
    payload,
  })
  expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code])
  expect(Problem.safeParse(answer.json()).success).toBe(true)
})

test('a file over 50 MB is refused naming the limit, one within is taken', async () => {
  const cookie = await server.signIn('chuangkou1')
  const send = async (megabytes: number) => {
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
    return await server.http.inject({
      method: 'POST',
      url: '/api/upload',
      cookies: { yichuang: cookie },
      headers: { 'content-type': 'multipart/form-data; boundary=x', 'x-yichuang': '1' },
      payload: Buffer.concat([
        Buffer.from(head),
        Buffer.alloc(megabytes * 1024 * 1024),
        Buffer.from('\r\n--x--\r\n'),
      ]),
    })
  }
  expect((await send(2)).json()).toEqual({ size: 2 * 1024 * 1024 })
  // The first is found while it is read, the second by what it says of itself.
  for (const megabytes of [50.5, 52]) {
    const tooLarge = await send(megabytes)
    expect(tooLarge.statusCode).toBe(413)
    expect(tooLarge.json()).toMatchObject({ code: 'file-too-large' })
    expect(tooLarge.json<Problem>().detail).toContain('50 MB')
  }
})

test('a file that never says how long it is, is cut off at the limit, refused and not read to its end', async () => {
  await server.http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.http.server.address() as AddressInfo
  const cookie = `yichuang=${await server.signIn('chuangkou1')}`
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'x-yichuang': '1', cookie }
  const piece = Buffer.alloc(1024 * 1024)
  let megabytes = 0
  const status = await new Promise((resolve) => {
    const sender = request({ port, method: 'POST', path: '/api/upload', headers }, (answer) => {
      resolve(answer.statusCode)
      sender.destroy()
    })
    // The server ends the connection when it has read on for a while.
    sender.on('error', () => undefined)
    sender.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n')
    const more = () => {
      if (sender.destroyed) return
      if (megabytes === 400) sender.end('\r\n--x--\r\n')
      else if (sender.write(piece)) setImmediate(more)
      else sender.once('drain', more)
      megabytes += 1
    }
    more()
  })
  expect(status).toBe(413)
  expect(megabytes).toBeLessThan(400)
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site', 'x-yichuang': '1' }],
  ['a sister site', { 'sec-fetch-site': 'same-site', 'x-yichuang': '1' }],
  ['another origin', { origin: 'https://evil.example', 'x-yichuang': '1' }],
  ['a plain form', { 'content-type': 'text/plain' }],
])('a write from %s is refused', async (_from, headers) => {
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/session',
    headers,
    payload: JSON.stringify(signInBody),
  })
  expect(answer.statusCode).toBe(403)
  expect(answer.json()).toMatchObject({ code: 'cross-site-request' })
  expect(answer.cookies).toEqual([])
})

test('a write from the own page is taken', async () => {
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/session',
    headers: {
      'sec-fetch-site': 'same-origin',
      origin: 'http://localhost:80',
      host: 'localhost:80',
    },
    payload: signInBody,
  })
  expect(answer.statusCode).toBe(200)
})

test('a virtual clock asked of the server is refused', async () => {
  const header = await server.send('GET', '/api/demonstration-cast', {
    headers: { 'x-virtual-clock': '2026-01-01T00:00:00Z' },
  })
  const query = await server.send('GET', '/api/demonstration-cast?virtual-clock=2026-01-01')
  for (const answer of [header, query]) {
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'virtual-clock-forbidden' })
  }
})

test('a bug answers an incident number and nothing of its inside', async () => {
  const answer = await server.send('GET', '/api/break-down')
  expect(answer.statusCode).toBe(500)
  const problem = answer.json<Problem>()
  expect(problem.code).toBe('internal-error')
  expect(problem.detail).toContain(answer.headers['x-request-id'])
  expect(answer.body).not.toMatch(/513201|secret|\/root|stack|at /)
})

test('the log of a bug has its place but no word of what a person typed', async () => {
  const lines: string[] = []
  const logged = await createHttpServer(server.context, {
    logTo: { write: (line) => void lines.push(line) },
  })
  registerOperation(logged, server.context, breakDown, () =>
    Promise.reject(new Error('513201199003070014')),
  )
  await logged.inject({
    url: '/api/break-down?name=张某某',
    headers: { cookie: 'yichuang=secret' },
  })
  await logged.inject({ url: '/api/break-down' })
  const log = lines.join('')
  expect(log).toContain('internal error')
  expect(log).toContain('http-server.db.test.ts')
  expect(log).toContain('"route":"/api/break-down"')
  expect(log).not.toMatch(/513201|张某某|secret|127\.0\.0\.1/)
})

test('a route beside the operations keeps the server from starting', async () => {
  const http = await createHttpServer(server.context, { logLevel: 'silent' })
  expect(() => http.get('/api/back-door', () => 'open')).toThrow('not registered through')
})

test('an unknown address of the API is a problem, an unknown page is the web', async () => {
  const api = await server.send('GET', '/api/nothing-here')
  expect([api.statusCode, api.json<Problem>().code]).toEqual([404, 'not-found'])
  const page = await server.send('GET', '/my/applications/1', { headers: { accept: 'text/html' } })
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('一窗')
  expect(page.headers['cache-control']).toBe('no-cache')
  const asset = await server.send('GET', '/assets/app-1a2b3c.js')
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('no page may run a script that is not a file of this server', async () => {
  for (const url of ['/', '/docs']) {
    const policy = (await server.send('GET', url)).headers['content-security-policy']
    expect(policy).toMatch(/(^|;)script-src 'self'(;|$)/)
    expect(policy).toContain("object-src 'none'")
  }
})

test('the API describes itself, and /docs shows it without any script in the page', async () => {
  const document = (await server.send('GET', '/api/openapi.json')).json<{
    openapi: string
    paths: Record<string, Record<string, { requestBody?: unknown; responses: unknown }>>
  }>()
  expect(document.openapi).toBe('3.1.0')
  expect(document.paths['/api/session']?.['post']).toMatchObject({
    operationId: 'signIn',
    security: [],
    responses: { default: { $ref: '#/components/responses/Problem' } },
  })
  expect(document.paths['/api/accounts/{accountId}/post']?.['put']).toMatchObject({
    parameters: [{ name: 'accountId', in: 'path', required: true }],
  })
  const page = await server.send('GET', '/docs')
  expect(page.body).not.toMatch(/<script>|onload=/)
  for (const file of ['/docs/setup.js', '/docs/swagger-ui-bundle.js', '/docs/swagger-ui.css']) {
    expect(page.body).toContain(file)
    expect((await server.send('GET', file)).statusCode).toBe(200)
  }
  expect((await server.send('GET', '/docs/package.json')).statusCode).toBe(404)
})

test('health answers by itself, readiness asks the database', async () => {
  expect((await server.send('GET', '/health')).json()).toEqual({ status: 'ok' })
  expect((await server.send('GET', '/ready')).json()).toEqual({ status: 'ready' })
})

test('without its database the server says so and when to come back', async () => {
  const away = connect({
    connectionString: 'postgres://nobody@127.0.0.1:1/nowhere',
    maxConnections: 1,
  })
  const http = await createHttpServer({ ...server.context, db: away }, { logLevel: 'silent' })
  const answer = await http.inject('/ready')
  expect(answer.statusCode).toBe(503)
  expect(answer.json()).toMatchObject({ code: 'database-unavailable' })
  expect(answer.headers['retry-after']).toBe('5')
  await away.close()
})
