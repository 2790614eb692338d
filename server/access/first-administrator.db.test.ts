import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { HttpContext } from '../http/http-context.ts'
import { createHttpServer } from '../http/http-server.ts'
import { accessRoutes } from './access-routes.ts'
import { offerFirstAdministrator } from './first-administrator.ts'
import { createSessions } from './session-store.ts'
import { loadReferences, REGION } from './testing/access-server.ts'

const { database } = await freshDatabase()
await loadReferences(database)
const context: HttpContext = {
  db: database,
  clock: () => '2026-03-02T02:00:00.000Z' as Instant,
  regionCode: REGION,
  secureCookies: false,
  sessions: createSessions(database),
  demonstration: null,
}
const http = await createHttpServer(context, { logLevel: 'silent' })
accessRoutes(http, context)

const appoint = (code: string) =>
  http.inject({
    method: 'POST',
    url: '/api/first-administrator',
    payload: { code, username: 'guanli', name: '管理示例', password: 'Diyi-2026-mima' },
  })

test('a production server has no demonstration', async () => {
  const answer = await http.inject('/api/demonstration-cast')
  expect(answer.json()).toEqual({ password: null, people: [] })
})

test('the first administrator names themself once, with the code of the last start', async () => {
  const earlier = (await offerFirstAdministrator(database, REGION)) ?? ''
  const code = (await offerFirstAdministrator(database, REGION)) ?? ''
  expect(code).toMatch(/^([2-9A-HJ-NP-Z]{5}-){3}[2-9A-HJ-NP-Z]{5}$/)
  const [row] = await database.query<{ code_hash: Buffer }>(
    'select code_hash from first_administrator where region_code = $1',
    [REGION],
  )
  expect(row?.code_hash.toString()).not.toContain(code)

  expect((await appoint(earlier)).json()).toMatchObject({ code: 'first-administrator-code-wrong' })
  const both = await Promise.all([appoint(code), appoint(code.toLowerCase().replaceAll('-', ' '))])
  expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(both.find(({ statusCode }) => statusCode === 200)?.json()).toMatchObject({
    role: 'system-admin',
    home: '/admin',
    mustChangePassword: false,
  })
  expect((await appoint(code)).json()).toMatchObject({ code: 'first-administrator-code-used' })
  expect(await offerFirstAdministrator(database, REGION)).toBeUndefined()
})

test('the first security administrator starts with an open post, the second waits for the first', async () => {
  const signedIn = await http.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username: 'guanli', password: 'Diyi-2026-mima' },
  })
  const cookie = signedIn.cookies[0]?.value ?? ''
  const make = async (username: string) => {
    const answer = await http.inject({
      method: 'POST',
      url: '/api/accounts',
      cookies: { yichuang: cookie },
      payload: {
        username,
        name: '安全示例',
        role: 'security-admin',
        organisationId: null,
        window: null,
        password: 'Anquan-2026-x',
      },
    })
    return answer.json<{ postOpen: boolean }>().postOpen
  }
  expect(await make('anquan1')).toBe(true)
  expect(await make('anquan2')).toBe(false)
})
