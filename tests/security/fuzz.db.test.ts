import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/fresh-database.ts'
import { faultOf } from './support/check-answer.ts'
import {
  contentTypes,
  garbageBody,
  hostileHeaders,
  hostileText,
  nearly,
  pathTricks,
} from './support/hostile.ts'
import { openCentre } from './support/open-centre.ts'
import { arbitraryOf, type JsonSchema } from './support/schema-arbitrary.ts'
import { uploads } from './support/upload-arbitrary.ts'
import { VISITORS, type Visitor } from './support/visitors.ts'

// FUZZ_RUNS and FUZZ_SEED for a longer or another search: FUZZ_RUNS=5000 npx vitest run tests/security/fuzz
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100)
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_302)
/** Milliseconds for all operations together, unless FUZZ_RUNS asks for more: a slow machine tries less of each. */
const TIME = process.env['FUZZ_RUNS'] === undefined ? 90_000 : 24 * 3_600_000
/** Milliseconds after which an answer counts as none. */
const PATIENCE = 10_000
/** Each try of these costs a password hash, or makes an account. */
const COSTLY = [
  'signIn',
  'createAccount',
  'appointFirstAdministrator',
  'changePassword',
  'registerCitizen',
  'resetPassword',
  'tryDraft',
]
/** Everybody's later requests would come from nobody. */
const ENDS_A_SESSION = ['signOut', 'endVisit']
// Waits in the test's own stream for ever; its answers before that are looked at.
const STREAMS = ['liveFeed', 'hallFeed']

const { database } = await freshDatabase({ maxConnections: 8 })
const centre = await openCentre(database)
afterAll(() => centre.close())

type Described = {
  readonly operationId: string
  readonly parameters: readonly {
    name: string
    in: string
    required: boolean
    schema: JsonSchema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: JsonSchema }>> }
}
const document = (await centre.http.inject('/api/openapi.json')).json<{
  paths: Record<string, Record<string, Described>>
}>()
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => ({ path, method, ...described })),
)
type Described1 = (typeof operations)[number]

const CODES = new Set([
  ...codesIn('domain/application/violations.ts', /code: '([a-z-]+)'/g),
  ...codesIn('server/http/violation-status.ts', /'([a-z-]+)': \d{3}/g),
])
function codesIn(file: string, pattern: RegExp): string[] {
  return [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, code = '']) => code)
}

const visitorOf = (operationId: string) =>
  fc.constantFrom<Visitor>(
    ...VISITORS.filter((one) => !ENDS_A_SESSION.includes(operationId) || one === 'anonymous'),
  )

function requestsTo({ operationId, path, method, parameters, requestBody }: Described1) {
  const text = (schema: JsonSchema, name: string) =>
    fc.oneof(
      { weight: 4, arbitrary: arbitraryOf(schema, centre.known, name).map(String) },
      { weight: 1, arbitrary: hostileText },
    )
  const of = (place: string) =>
    fc.record<Record<string, string>>(
      Object.fromEntries(
        parameters
          .filter((one) => one.in === place)
          .map(({ name, schema }) => [name, text(schema, name)]),
      ),
      place === 'query' ? { requiredKeys: [], noNullPrototype: true } : { noNullPrototype: true },
    )
  const schema = requestBody?.content['application/json']?.schema
  const valid = schema ? arbitraryOf(schema, centre.known) : fc.constant({})
  const json = fc
    .oneof({ weight: 3, arbitrary: valid }, { weight: 5, arbitrary: valid.chain(nearly) })
    .map((value) => ({ body: JSON.stringify(value) ?? '', type: 'application/json' }))
  const strange = fc.record({
    body: garbageBody,
    type: fc.constantFrom('application/json', ...contentTypes),
  })
  const isUpload = requestBody?.content['multipart/form-data'] !== undefined
  const body =
    method === 'get'
      ? fc.constant(undefined)
      : fc.oneof(
          { weight: 9, arbitrary: isUpload ? uploads : json },
          { weight: 1, arbitrary: strange },
        )
  return fc.record({
    visitor: visitorOf(operationId),
    url: fc.tuple(of('path'), of('query')).map(([params, query]) => addressOf(path, params, query)),
    body,
    headers: fc.oneof(
      { weight: 9, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constantFrom(...hostileHeaders) },
    ),
  })
}

function addressOf(
  path: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(params[name] ?? ''))
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encoded(value)}`)
  return asked.length === 0 ? filled : `${filled}?${asked.join('&')}`
}

/** Half characters cannot be written into an address: their bytes are. */
const encoded = (value: string) => encodeURIComponent(value.replaceAll(/\p{Cs}/gu, '\ufffd'))

type Request = {
  readonly visitor: Visitor
  readonly url: string
  readonly body: { readonly body: string | Buffer; readonly type: string } | undefined
  readonly headers: Readonly<Record<string, string>>
}

async function send(method: string, { visitor, url, body, headers }: Request) {
  const leave = new AbortController()
  const answer = centre.http.inject({
    method: method.toUpperCase() as 'GET',
    url,
    // Attempts at passwords are counted by address: those of the fuzzer are not the visitors' own.
    remoteAddress: '203.0.113.9',
    signal: leave.signal,
    headers: {
      'x-yichuang': '1',
      ...(await centre.signIn(visitor)),
      ...(body && { 'content-type': body.type }),
      ...headers,
    },
    ...(body && { payload: body.body }),
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), /^\/api\/(hall\/)?live/.test(url) ? 100 : PATIENCE)
  })
  const first = await Promise.race([answer, silence])
  clearTimeout(timer)
  if (first === 'silent') {
    answer.catch(() => undefined)
    leave.abort()
  }
  return first
}

let left = operations.length
const ends = performance.now() + TIME

test.each(operations.map((one) => [one.operationId, one] as const))(
  '%s answers whatever is sent to it with a value or a known refusal',
  async (operationId, operation) => {
    const ending = performance.now() + Math.max(200, (ends - performance.now()) / left)
    left -= 1
    const runs =
      COSTLY.includes(operationId) || STREAMS.includes(operationId) ? Math.ceil(RUNS / 10) : RUNS
    // Whoever came before may have deleted the draft.
    if (operation.path.includes('/drafts/')) await centre.keepDraft()
    let tried = 0
    await fc.assert(
      fc.asyncProperty(requestsTo(operation), async (request) => {
        // One at the least, however slow it is.
        if (tried > 0 && performance.now() > ending) return
        tried += 1
        const answer = await send(operation.method, request)
        if (answer === 'silent') {
          expect(STREAMS).toContain(operationId)
          return
        }
        expect(faultOf(answer, CODES)).toBeUndefined()
        const { reply, answers = 'json' } = operationNamed(operationId)
        if (answer.statusCode === 200 && answers === 'json')
          expect(reply.safeParse(JSON.parse(textOf(answer))).error).toBeUndefined()
      }),
      { seed: SEED, numRuns: runs },
    )
  },
  TIME,
)

/** Packed where the request allows it. */
function textOf({ rawPayload, headers }: LightMyRequestResponse): string {
  const packed = headers['content-encoding']
  if (packed === undefined) return rawPayload.toString()
  return (packed === 'br' ? brotliDecompressSync : gunzipSync)(rawPayload).toString()
}

function operationNamed(operationId: string) {
  const found = centre.http.operations.find((one) => one.operationId === operationId)
  if (!found) throw new Error(`${operationId} is described and not mounted`)
  return found
}

test.each(pathTricks)('the address %j leads nowhere it should not', async (url) => {
  for (const accept of ['*/*', 'text/html'])
    for (const method of ['GET', 'HEAD', 'POST', 'PATCH', 'OPTIONS', 'TRACE'] as const) {
      const answer = await centre.http.inject({ method: method as 'GET', url, headers: { accept } })
      expect(answer.statusCode, `${method} ${url}`).toBeLessThan(500)
      expect(answer.body).not.toContain('outside of the web folder')
      expect(answer.body).not.toContain('"dependencies"')
      expect(answer.headers['location']).toBeUndefined()
      if (answer.statusCode >= 400 && method !== 'HEAD')
        expect(faultOf(answer, CODES), `${method} ${url}`).toBeUndefined()
    }
})

test('the server lives, and its trail is whole, after all of it', async () => {
  expect((await centre.http.inject('/ready')).statusCode).toBe(200)
  const trail = await centre.send(
    'chuangkou1',
    'GET',
    `/api/applications/${centre.ids.applicationId}/trail`,
  )
  expect(trail.json()).toMatchObject({ intact: true, broken: null })
})
