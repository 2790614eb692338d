import { afterAll, expect, test } from 'vitest'
import { ABA_ITEMS } from '../catalogue/aba/load-catalogue.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { newId } from '../server/event-log/chain.ts'
import { composedServer } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
let now = '2026-03-02T01:00:00.000Z' as Instant
const server = await composedServer(database, () => now)
afterAll(() => server.close())
const people = server.cast
  .filter(({ role }) => role === 'seal-keeper')
  .map(({ username }) => username)
const administrator = server.cast.find(({ role }) => role === 'system-admin')?.username ?? ''
const unsettled = ABA_ITEMS.find(({ levelMark }) => levelMark === '×')?.itemId ?? ''

async function ask(url: string, tag?: string, username: string | null = null) {
  const sent = await server.http.inject({
    url,
    headers: tag === undefined ? {} : { 'if-none-match': tag },
    ...(username !== null && {
      cookies: { yichuang: (await cookieOf(username)) ?? '' },
    }),
  })
  return {
    status: sent.statusCode,
    tag: String(sent.headers['etag']),
    body: sent.body,
    cache: sent.headers['cache-control'],
  }
}

async function cookieOf(username: string) {
  const answer = await server.http.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-yichuang': '1' },
    payload: { username, password: 'yichuang-ceshi-2026' },
  })
  return answer.cookies.find(({ name }) => name === 'yichuang')?.value
}

test.each(['/api/items', '/api/items/aba-36', '/api/calendar', '/api/openapi.json'])(
  '%s is sent once and after that only when it changed',
  async (url) => {
    const first = await ask(url)
    expect(first).toMatchObject({ status: 200, cache: 'public, no-cache' })
    expect(first.tag).toMatch(/^"[\w-]{27}"$/)
    expect(await ask(url, first.tag)).toMatchObject({ status: 304, body: '', tag: first.tag })
    expect(await ask(url, `W/${first.tag}`)).toMatchObject({ status: 304 })
    expect(await ask(url, '"something-else"')).toMatchObject({ status: 200, body: first.body })
  },
)

test('bodies are kept by the browser of who is signed in alone, and refused to others', async () => {
  const first = await ask('/api/organisations', undefined, administrator)
  expect(first).toMatchObject({ status: 200, cache: 'private, no-cache' })
  expect(await ask('/api/organisations', first.tag, administrator)).toMatchObject({ status: 304 })
  expect((await ask('/api/organisations', first.tag)).status).toBe(401)
})

test('an item list and a guide kept before a seal mode was confirmed are out of date after it', async () => {
  const [list, guide] = [await ask('/api/items'), await ask(`/api/items/${unsettled}`)]
  for (const username of people.slice(0, 2))
    expect(
      (
        await server.send(username, 'POST', `/api/items/${unsettled}/seal-mode`, {
          commandId: newId(),
          mode: 'department',
          document: '阿行审〔2026〕3号',
        })
      ).statusCode,
    ).toBe(200)
  expect(await ask('/api/items', list.tag)).toMatchObject({ status: 200 })
  const after = await ask(`/api/items/${unsettled}`, guide.tag)
  expect(after.status).toBe(200)
  expect(JSON.parse(after.body)).toMatchObject({ sealModeUnconfirmed: false })
})

test('a calendar kept before a year was announced is out of date after it', async () => {
  const before = await ask('/api/calendar')
  const loaded = await server.send(administrator, 'PUT', '/api/calendar/2027', {
    announced: true,
    document: '国办发明电〔2026〕示例',
    days: [{ date: '2027-01-01', kind: 'off', name: '元旦' }],
  })
  expect(loaded.statusCode).toBe(200)
  const after = await ask('/api/calendar', before.tag)
  expect(after.status).toBe(200)
  expect(after.body).toContain('2027-01-01')
})

test('a new day makes the item list anew, for a guide may come into force', async () => {
  const before = await ask('/api/items')
  now = '2026-03-03T01:00:00.000Z' as Instant
  // The same content has the same tag, whenever it was made.
  expect(await ask('/api/items', before.tag)).toMatchObject({ status: 304 })
})
