import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { parse } from 'yaml'
import { openApi } from '../bench/kill/api.ts'
import { drawLife } from '../bench/kill/lives.ts'
import { seededRandom } from '../bench/kill/seeded-random.ts'
import { type RunningServer, runServer } from './support/running-server.ts'
import { type CollectedSpan, collectTraces } from './support/trace-collector.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

// Whatever a person can put into a request, each by a word that stands nowhere else.
const NAME = '标记名甲乙丙'
const IDENTITY = '513201198805120015'
const PHONE = '13987654321'
const ADDRESS = '标记街道七十七号'
const CONTACT = '标记联系丁'
const OPINION = '标记意见戊己庚'
const PASSWORD = 'Marker-Pass-9z'
const USERNAME = 'marker.user.seven'
const AGENT = 'MarkerAgent/77'
const QUERY = '标记查询辛壬'
const FORWARDED = '203.0.113.77'
const FIELD = 'markerField77'
const PLACE = 'marker-path-77'
const WRITTEN = [
  NAME,
  IDENTITY,
  PHONE,
  ADDRESS,
  CONTACT,
  OPINION,
  PASSWORD,
  USERNAME,
  AGENT,
  QUERY,
  FORWARDED,
  FIELD,
  PLACE,
]
const applicationId = uuidv7()

const controller = new AbortController()
const collector = await collectTraces()
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const CALLER = '00f067aa0ba902b7'
let server: RunningServer
const commandIds: string[] = []
const cookies: string[] = []
const people: string[] = []
const kept = mkdtempSync(path.join(os.tmpdir(), 'yichuang-kept-'))
chmodSync(kept, 0o755)
let metrics = ''
let spans: readonly CollectedSpan[] = []
let log = ''
let problem: Record<string, unknown> = {}

beforeAll(async () => {
  server = await runServer({
    METRICS_PORT: 'any',
    LOG_LEVEL: 'debug',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    OTEL_BSP_SCHEDULE_DELAY: '200',
    YICHUANG_BACKUP: kept,
  })
  await playMarkedLife()
  await misbehave()
  await server.atRest()
  metrics = await scrape()
  await waitFor(() => papersAreTraced(collector.spans))
  // What is still at work goes on sending pieces whose whole comes later.
  spans = [...collector.spans]
  log = server.output() + server.databaseLog()
})

afterAll(async () => {
  controller.abort()
  await server.stop()
  await collector.close()
  rmSync(kept, { recursive: true, force: true })
})

async function scrape(): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${server.metricsPort}/metrics`)
  return await answer.text()
}

/** The certificate's trace has come, and no piece of a paper's trace without the whole that it belongs to. */
function papersAreTraced(spans: readonly CollectedSpan[]): boolean {
  const known = new Set(spans.map(({ spanId }) => spanId))
  return (
    spans.some(({ name }) => name === 'sign-certificate') &&
    spans.every(({ name, parentSpanId }) => name !== 'typeset' || known.has(parentSpanId ?? ''))
  )
}

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(200)
}

/** A whole life through the API, with marks wherever a person writes something. */
async function playMarkedLife(): Promise<void> {
  const api = openApi(server.base, controller.signal)
  const random = seededRandom(7)
  // One that is granted and goes the long way.
  let life = drawLife(random)
  while (!life.steps.some(({ name }) => name === 'seal')) life = drawLife(random)
  const applicant = {
    kind: 'person',
    name: NAME,
    identityType: 'id-card',
    identityNumber: IDENTITY,
    phone: PHONE,
    address: ADDRESS,
    contactName: CONTACT,
  }
  let version = 0
  for (const { name, people: able, fields } of life.steps) {
    const commandId = uuidv7()
    commandIds.push(commandId)
    const isReceipt = name === 'receive'
    people.push(able[0] ?? '')
    const answer = await api.send(
      able[0] ?? '',
      'POST',
      isReceipt ? '/api/applications' : `/api/applications/${applicationId}/${name}`,
      {
        ...fields,
        ...(isReceipt ? { applicant } : {}),
        ...('opinion' in fields ? { opinion: OPINION } : {}),
        commandId,
        ...(isReceipt ? { applicationId } : { expectedVersion: version }),
      },
    )
    expect([name, answer.status, answer.body]).toEqual([name, 200, expect.anything()])
    version = (answer.body as { version: number }).version
  }
  await api.read('ducha', `/api/applications/${applicationId}`)
  await api.read('ducha', `/api/applications?q=${encodeURIComponent(QUERY)}`)
  await api.read('ducha', `/api/applications?q=${encodeURIComponent(NAME)}`)
}

/** Everything that ends in an error, with marks in address, headers and body. */
async function misbehave(): Promise<void> {
  const post = async (at: string, body: string, more: Record<string, string> = {}) =>
    await fetch(server.base + at, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-yichuang': '1',
        'user-agent': AGENT,
        'x-forwarded-for': FORWARDED,
        referer: `http://127.0.0.1/${PLACE}`,
        traceparent: `00-${TRACE}-${CALLER}-01`,
        cookie: `yichuang=${USERNAME}`,
        ...more,
      },
      body,
    })
  const signIn = await post(
    '/api/session',
    JSON.stringify({ username: USERNAME, password: PASSWORD }),
  )
  problem = (await signIn.json()) as Record<string, unknown>
  cookies.push(signIn.headers.get('traceparent') ?? '')
  const good = await post(
    '/api/session',
    JSON.stringify({ username: 'ducha', password: 'yichuang-yanshi-2026' }),
    { cookie: '' },
  )
  const session = /yichuang=([^;]+)/.exec(good.headers.get('set-cookie') ?? '')?.[1] ?? ''
  cookies.push(session)
  await post('/api/session', `{"username": "${USERNAME}", "password": ${PASSWORD}`)
  await post('/api/session', JSON.stringify({ [FIELD]: NAME, username: 5 }))
  await post('/api/applications', JSON.stringify({ applicant: { name: NAME } }))
  await post(`/api/${PLACE}`, '{}')
  await post(`/api/applications/${PLACE}/accept`, JSON.stringify({ name: NAME }))
  await fetch(`${server.base}/api/verify/${PLACE}?${FIELD}=${encodeURIComponent(QUERY)}`)
  await fetch(`${server.base}/${PLACE}%00`)
  await fetch(`${server.base}/api/applications?q=${'%'.repeat(3)}${PLACE}`, {
    headers: { cookie: `yichuang=${session}` },
  })
}

test('no log of the server or of its database holds anything that a person wrote, or who did it', () => {
  expect(log).toMatch(/"route":"\/api\/applications\/:applicationId\/accept"/)
  const marks = [
    ...WRITTEN,
    applicationId,
    ...commandIds,
    ...people,
    ...cookies.filter((cookie) => cookie.length > 0 && !cookie.startsWith('00-')),
    encodeURIComponent(NAME),
    encodeURIComponent(QUERY),
  ]
  expect(marks.filter((mark) => log.includes(mark))).toEqual([])
})

test('every line of a request carries its id and its trace, and so does the problem that answers it', () => {
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { msg: string; reqId?: string; traceId?: string })
  const answered = lines.filter(({ msg }) => msg === 'answered')
  expect(answered.length).toBeGreaterThan(20)
  expect(answered.filter(({ reqId, traceId }) => !reqId || !traceId)).toEqual([])
  const id = String(problem['instance']).replace('urn:uuid:', '')
  expect(answered.filter(({ reqId }) => reqId === id)).toMatchObject([{ traceId: TRACE }])
})

test('every figure that the dashboard and the alert rules read is in a real scrape after a life', () => {
  const folder = path.resolve('deploy/observability')
  const dashboard = JSON.parse(
    readFileSync(path.join(folder, 'yichuang-dashboard.json'), 'utf8'),
  ) as { panels: { targets?: { expr: string }[] }[] }
  const rules = parse(readFileSync(path.join(folder, 'yichuang-alerts.yml'), 'utf8')) as {
    groups: { rules: { expr: string }[] }[]
  }
  const expressions = [
    ...dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
    ...rules.groups.flatMap((group) => group.rules.map(({ expr }) => expr)),
  ]
  const named = new Set(
    expressions.flatMap((expr) => expr.match(/\b(?:yichuang|nodejs|process)_[a-z0-9_]+/g) ?? []),
  )
  const there = new Set(
    metrics
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => /^[a-z0-9_]+/.exec(line)?.[0] ?? ''),
  )
  expect(named.size).toBeGreaterThan(25)
  expect([...named].filter((name) => !there.has(name))).toEqual([])
  // And the other way: none of ours is shown nowhere.
  const ours = [...there].filter((name) => name.startsWith('yichuang_'))
  const shown = (name: string) =>
    named.has(name) ||
    [...named].some(
      (one) => one.replace(/_(bucket|sum|count)$/, '') === name.replace(/_(bucket|sum|count)$/, ''),
    )
  expect(ours.filter((name) => !shown(name))).toEqual([])
})

test('figures tell what happened, and their labels name no person and no id', () => {
  expect(metrics).toMatch(/yichuang_commands_total\{name="accept",outcome="done"\} [1-9]/)
  expect(metrics).toMatch(
    /yichuang_requests_total\{operation="signIn",status="401",role="nobody"\} [1-9]/,
  )
  expect(metrics).toMatch(/yichuang_step_seconds_count\{step="typeset"\} [1-9]/)
  expect(metrics).toMatch(/yichuang_sign_ins_total\{name="password",outcome="failed"\} [1-9]/)
  expect(metrics).toMatch(/yichuang_applications_open\{stage="[a-z-]+"\} [1-9]/)
  expect(metrics).toMatch(/yichuang_backup_configured 1/)
  expect(metrics).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
  for (const mark of [NAME, IDENTITY, USERNAME, PLACE, ...people])
    expect(metrics).not.toContain(mark)
})

test('the public address has no figures', async () => {
  const answer = await fetch(`${server.base}/metrics`)
  expect(await answer.text()).not.toContain('yichuang_requests_total')
})

test('a command is one trace from the caller to the record, its papers are traced, and no span holds a person', () => {
  const roots = spans.filter(
    ({ name, attributes }) => name === 'accept' && attributes['http.response.status_code'] === 200,
  )
  expect(roots.length).toBeGreaterThan(0)
  const root = roots.at(-1)
  expect(root?.attributes).toMatchObject({
    'http.route': '/api/applications/:applicationId/accept',
    'yichuang.role': 'window-clerk',
  })
  const inside = spans.filter(({ parentSpanId }) => parentSpanId === root?.spanId)
  expect(inside.map(({ name }) => name).toSorted()).toEqual(['decide', 'load', 'record'])
  const names = new Set(spans.map(({ name }) => name))
  for (const name of ['sign-notice', 'sign-certificate', 'typeset', 'seal'])
    expect(names).toContain(name)
  const typeset = spans.findLast(({ name }) => name === 'typeset')
  const around = spans.find(({ spanId }) => spanId === typeset?.parentSpanId)
  expect(around?.name).toMatch(/^sign-/)
  const called = spans.filter(({ traceId }) => traceId === TRACE)
  expect(called.find(({ name }) => name === 'signIn')).toMatchObject({ parentSpanId: CALLER })
  expect(cookies[0]).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`))
  const marks = [...WRITTEN, applicationId, ...people]
  expect(marks.filter((mark) => collector.raw().includes(mark))).toEqual([])
})

test('a collector that is away costs no request, and the server says nothing of it', async () => {
  await collector.close()
  const before = server.output().length
  const answers = await Promise.all(
    Array.from({ length: 30 }, async () => (await fetch(`${server.base}/api/items`)).status),
  )
  await wait(1_500)
  expect(new Set(answers)).toEqual(new Set([200]))
  expect(server.output().slice(before)).not.toMatch(/ECONNREFUSED|"level":[45]0/)
})

test('without the settings neither the figures nor the traces are even loaded, and nothing listens', async () => {
  const plain = await runServer(
    { NODE_OPTIONS: `--import=${hookThatNotesModules()}`, LOG_LEVEL: 'warn' },
    { demonstration: false },
  )
  try {
    const loaded = plain
      .output()
      .split('\n')
      .flatMap((line) => /^module (.+)$/.exec(line)?.[1] ?? [])
    expect(loaded.some((url) => url.endsWith('/dist/server/main.mjs'))).toBe(true)
    const observing = readdirSync('dist/server')
      .filter((name) => name.endsWith('.mjs'))
      .filter((name) =>
        /^\/\/ .*node_modules\/(prom-client|@opentelemetry)\//m.test(
          readFileSync(path.join('dist/server', name), 'utf8'),
        ),
      )
    expect(observing.length).toBeGreaterThan(0)
    expect(observing.filter((name) => loaded.some((url) => url.endsWith(`/${name}`)))).toEqual([])
    await expect(fetch(`http://127.0.0.1:${plain.metricsPort}/metrics`)).rejects.toThrow()
  } finally {
    await plain.stop()
  }
  expect(existsSync(plain.folder)).toBe(false)
})

/** Prints the address of every module that the process resolves. */
function hookThatNotesModules(): string {
  const hooks = `import { writeSync } from 'node:fs'
    export async function resolve(specifier, context, next) {
      const found = await next(specifier, context)
      writeSync(1, 'module ' + found.url + '\\n')
      return found
    }`
  const register = `import { register } from 'node:module'
    register("data:text/javascript,${encodeURIComponent(hooks)}")`
  return `data:text/javascript,${encodeURIComponent(register)}`
}
