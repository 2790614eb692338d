import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import type { Problem } from '../../contract/shared.ts'
import { IDLE_LIMIT } from './session-store.ts'
import { accessServer, PASSWORD, REGION } from './testing/access-server.ts'

const { database } = await freshDatabase()
let offset = 0
const server = await accessServer(database, { now: () => Date.now() + offset })
const HOUR = 3_600_000

const whoAmI = (cookie: string) => server.send('GET', '/api/session', { cookie })

test('every operation but the public ones is closed to whoever is not signed in', async () => {
  const closed = server.http.operations.filter(({ access }) => access !== 'public')
  expect(closed.length).toBeGreaterThan(7)
  for (const { method, path } of closed) {
    const url = path.replaceAll(/:\w+/g, '0192f0c1-2b3c-7def-8123-456789abcdef')
    for (const cookie of [undefined, 'rubbish', `${REGION}.${'A'.repeat(43)}`]) {
      const answer = await server.send(method, url, { ...(cookie !== undefined && { cookie }) })
      expect([path, answer.statusCode, answer.json<Problem>().code]).toEqual([
        path,
        401,
        'not-signed-in',
      ])
    }
  }
})

test('only these operations are public', () => {
  const open = server.http.operations.filter(({ access }) => access === 'public')
  expect(open.map(({ operationId }) => operationId)).toEqual([
    'signIn',
    'endVisit',
    'demonstrationCast',
    'appointFirstAdministrator',
  ])
})

test('signing out ends the session for good', async () => {
  const cookie = await server.signIn('chuangkou1')
  expect((await whoAmI(cookie)).statusCode).toBe(200)
  const out = await server.send('DELETE', '/api/session', { cookie })
  expect(out.statusCode).toBe(200)
  expect(out.headers['set-cookie']).toMatch(
    /^yichuang=; Max-Age=0|^yichuang=;.*Expires=Thu, 01 Jan 1970/,
  )
  expect((await whoAmI(cookie)).statusCode).toBe(401)
})

test('who is still asking something while signing out does not bring the session back', async () => {
  const cookie = await server.signIn('chuangkou1')
  const holder = await database.pool.connect()
  await holder.query('begin')
  await holder.query('select from session for update')
  const out = server.send('DELETE', '/api/session', { cookie })
  const waiting = 'select from pg_locks where not granted'
  while ((await database.query(waiting)).length === 0) await wait(5)
  expect((await whoAmI(cookie)).statusCode).toBe(200)
  await holder.query('commit')
  holder.release()
  expect((await out).statusCode).toBe(200)
  expect((await whoAmI(cookie)).statusCode).toBe(401)
})

test('a session ends after thirty idle minutes, and each use puts that off', async () => {
  offset = 0
  const cookie = await server.signIn('chuangkou2')
  offset += IDLE_LIMIT - 60_000
  expect((await whoAmI(cookie)).statusCode).toBe(200)
  offset += IDLE_LIMIT - 60_000
  expect((await whoAmI(cookie)).statusCode).toBe(200)
  offset += IDLE_LIMIT + 60_000
  expect((await whoAmI(cookie)).statusCode).toBe(401)
})

test('listening is not activity', async () => {
  offset = 0
  const cookie = await server.signIn('chuangkou2')
  offset += IDLE_LIMIT - 60_000
  expect(await server.context.sessions.peek(cookie)).toMatchObject({ username: 'chuangkou2' })
  offset += 120_000
  expect(await server.context.sessions.peek(cookie)).toBeUndefined()
})

test('however busy, a session ends after twelve hours', async () => {
  offset = 0
  const cookie = await server.signIn('chuangkou3')
  for (; offset < 11.9 * HOUR; offset += IDLE_LIMIT / 2) {
    expect((await whoAmI(cookie)).statusCode).toBe(200)
  }
  offset = 12 * HOUR + 1000
  expect((await whoAmI(cookie)).statusCode).toBe(401)
  offset = 0
})

test('a session in use is written at most once a minute', async () => {
  const cookie = await server.signIn('yongyin2')
  const seen = async () =>
    await database.query(
      `select s.seen_at from session s join account a on a.region_code = $1 and a.account_id = s.account_id
        where s.region_code = $1 and a.username = 'yongyin2'`,
      [REGION],
    )
  const before = await seen()
  for (offset = 0; offset < 55_000; offset += 6_000) await whoAmI(cookie)
  expect(await seen()).toEqual(before)
  offset = 61_000
  await whoAmI(cookie)
  expect(await seen()).not.toEqual(before)
  offset = 0
})

test('a new password signs out the other browsers and not this one', async () => {
  const here = await server.signIn('shangwuju.shenhe')
  const elsewhere = await server.signIn('shangwuju.shenhe')
  const change = (current: string, next: string) =>
    server.send('POST', '/api/session/password', { cookie: here, body: { current, next } })
  expect((await change('Cuowu-0000', 'Xinmima-2027')).json()).toMatchObject({
    code: 'password-wrong',
  })
  expect((await change(PASSWORD, 'alllowercase')).json()).toMatchObject({
    code: 'password-too-simple',
  })
  expect((await change(PASSWORD, PASSWORD)).json()).toMatchObject({ code: 'password-unchanged' })
  expect((await change(PASSWORD, 'Xinmima-2027')).statusCode).toBe(200)
  expect((await whoAmI(here)).statusCode).toBe(200)
  expect((await whoAmI(elsewhere)).statusCode).toBe(401)
  await server.signIn('shangwuju.shenhe', 'Xinmima-2027')
  await expect(server.signIn('shangwuju.shenhe')).rejects.toThrow('sign-in-failed')
})

test('signing in again in the same browser ends the session before', async () => {
  const first = await server.signIn('daiban')
  await server.send('POST', '/api/session', {
    cookie: first,
    body: { username: 'chuangkou1', password: PASSWORD },
  })
  expect((await whoAmI(first)).statusCode).toBe(401)
})

test('an applicant carries the identity that their applications are compared with', async () => {
  const cookie = await server.signIn('shenqing1')
  expect((await server.context.sessions.read(cookie))?.actor).toMatchObject({
    role: 'applicant',
    body: 'public',
    identity: 'id-card:513201198805120015',
  })
})

test('the demonstration tells its cast, a production server nobody', async () => {
  const answer = (await server.send('GET', '/api/demonstration-cast')).json<{
    password: string
    people: unknown[]
  }>()
  expect(answer.password).toBe(PASSWORD)
  expect(answer.people).toHaveLength(server.accounts.size)
  expect(answer.people[0]).toEqual({
    username: 'chuangkou1',
    name: '张示例',
    roleName: '窗口受理人员',
    organisationName: '州行政审批服务中心',
  })
})
