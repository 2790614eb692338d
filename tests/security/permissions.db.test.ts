import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/fresh-database.ts'
import { CELL_CODES, HIDDEN, PERMISSION_TABLE } from './permission-table.ts'
import { openCentre } from './support/open-centre.ts'
import { sampleRequest } from './support/sample-request.ts'
import { VISITORS, type Visitor } from './support/visitors.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
const centre = await openCentre(database)
afterAll(() => centre.close())
await centre.http.listen({ port: 0, host: '127.0.0.1' })
const base = `http://127.0.0.1:${(centre.http.server.address() as AddressInfo).port}`

const LETTER = Object.fromEntries(
  Object.entries(CELL_CODES).map(([letter, code]) => [code, letter]),
)
const nameOf = ({ method, url }: { readonly method: string; readonly url: string }) =>
  `${method} ${url}`
const routes = [...new Set(centre.http.mountedRoutes.map(nameOf))]

function requestTo(route: string) {
  const [method = '', url = ''] = route.split(' ')
  const operation = centre.http.operations.find((one) => one.method === method && one.path === url)
  return operation
    ? sampleRequest(operation, centre.ids)
    : { method, url: url.replace('*', 'assets/app-1a2b3c.js'), headers: { 'x-yichuang': '1' } }
}

async function letterOf(answer: Response, route: string): Promise<string> {
  const { status } = answer
  if (status >= 500) return String(status)
  if (![401, 403, 404].includes(status) || route.startsWith('HEAD')) return '·'
  const { code } = (await answer.json()) as { code: string }
  // A question that is another's to answer is not found either.
  const isHidden = code === 'not-found' && route.includes('/api/enquiries/')
  if (isHidden || HIDDEN.includes(code)) return 'Z'
  return status === 404 ? '·' : (LETTER[code] ?? `?${code}`)
}

/** What one visitor is answered at one door, as the letter of the table. */
async function knock(visitor: Visitor, route: string): Promise<string> {
  // Its owner may have deleted it at another door.
  if (route.includes('/api/drafts/')) await centre.keepDraft()
  const { method, url, headers, ...more } = requestTo(route)
  // Signing out ends a session, signing in replaces it.
  const anew = url === '/api/visit' || (url === '/api/session' && method !== 'GET')
  const payload = 'payload' in more ? more.payload : undefined
  const leave = new AbortController()
  const answer = await fetch(`${base}${url}`, {
    method,
    signal: leave.signal,
    headers: {
      ...headers,
      ...(await centre.signIn(visitor, { anew })),
      ...(payload !== undefined &&
        !Buffer.isBuffer(payload) && { 'content-type': 'application/json' }),
    },
    ...(payload !== undefined && {
      body: Buffer.isBuffer(payload) ? new Uint8Array(payload) : JSON.stringify(payload),
    }),
  })
  const letter = await letterOf(answer, route)
  leave.abort()
  return letter
}

test('every route that the server mounts stands in the permission table, and no other', () => {
  expect(
    routes.filter((route) => !(route in PERMISSION_TABLE)),
    'Add these routes to tests/security/permission-table.ts, one letter for each visitor',
  ).toEqual([])
  expect(Object.keys(PERMISSION_TABLE).filter((route) => !routes.includes(route))).toEqual([])
})

test('every route answers every visitor as the table says', async () => {
  const actual: Record<string, string> = {}
  for (const route of routes) {
    let row = ''
    for (const visitor of VISITORS) row += await knock(visitor, route)
    actual[route] = row
  }
  // PERMISSIONS_TO=file writes the table as it is now, to be read and judged line by line.
  const file = process.env['PERMISSIONS_TO']
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(actual, null, 1)}\n`)
  expect(actual).toEqual(PERMISSION_TABLE)
}, 180_000)
