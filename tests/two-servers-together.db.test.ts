import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import { drawLife } from '../bench/kill/lives.ts'
import { seededRandom } from '../bench/kill/seeded-random.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { refreshRecent } from '../server/application/refresh-recent.ts'
import { connect } from '../server/database/connect.ts'
import { followReference } from '../server/several-servers/follow-reference.ts'
import { publishDueRoots } from '../server/trail/publish-daily-root.ts'
import { newTrailKey } from '../server/trail/trail-key.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'

const APPLICATIONS = 12
const { database, connectionString } = await freshDatabase()
const otherDatabase = connect({ connectionString, maxConnections: 5 })
let now = '2026-12-01T01:00:00.000Z' as Instant
const a = await composedServer(database, () => now, { severalServers: true })
const b = await composedServer(otherDatabase, () => now, { severalServers: true })
afterAll(async () => {
  await a.close()
  await b.close()
  await otherDatabase.close()
})

const random = seededRandom(2)
const received: string[] = []

async function receive(server: typeof a): Promise<void> {
  const [receipt] = drawLife(random).steps
  const applicationId = uuidv7()
  const answer = await server.send(receipt?.people[0] ?? '', 'POST', '/api/applications', {
    ...receipt?.fields,
    // The guides of these two servers ask nothing.
    situation: {},
    commandId: uuidv7(),
    applicationId,
  })
  expect(answer.statusCode).toBe(200)
  received.push(applicationId)
}

test('what falls due is recorded once, though two servers look at the same moment', async () => {
  for (let count = 0; count < APPLICATIONS; count += 1) await receive(count % 2 === 0 ? a : b)
  now = '2026-12-20T01:00:00.000Z' as Instant
  const applied = await Promise.all([a, b].map((server) => server.applyLawUntil(REGION, now)))
  const events = await database.query<{ applicationId: string; times: number }>(
    `select application_id as "applicationId", count(*)::int as times from application_event
      where region_code = $1 and type = 'ApplicationDeemedAccepted' group by application_id`,
    [REGION],
  )
  expect(events.map(({ applicationId }) => applicationId).toSorted()).toEqual(received.toSorted())
  expect(new Set(events.map(({ times }) => times))).toEqual(new Set([1]))
  expect(applied.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(APPLICATIONS)
})

test('who signs out at one server, or whose account is closed there, hears nothing more at the other', async () => {
  const place = await b.http.listen({ port: 0, host: '127.0.0.1' })
  const feedOf = async (cookie: string) => {
    const feed = await fetch(`${place}/api/live`, { headers: { cookie: `yichuang=${cookie}` } })
    expect(feed.status).toBe(200)
    // Read to its end, which no heartbeat brings within this test's patience.
    return { ended: feed.text() }
  }
  const leaving = await feedOf(await a.signIn('chuangkou2'))
  await a.send('chuangkou2', 'DELETE', '/api/session')
  await leaving.ended
  const closed = await feedOf(await a.signIn('chuangkou3'))
  const [account] = await database.query<{ id: string }>(
    `select account_id as id from account where region_code = $1 and username = 'chuangkou3'`,
    [REGION],
  )
  const answer = await a.send('xitong', 'PUT', `/api/accounts/${account?.id ?? ''}/disabled`, {
    disabled: true,
  })
  expect(answer.statusCode).toBe(200)
  await closed.ended
}, 40_000)

test('a day has one root, though two servers close it at the same moment', async () => {
  const key = newTrailKey()
  const soon = '2099-01-01T00:00:00.000Z' as Instant
  const closed = await Promise.all(
    [database, otherDatabase].map((db) => publishDueRoots(db, REGION, key, soon)),
  )
  const roots = await database.query<{ day: string }>(
    'select day from daily_root where region_code = $1 order by day',
    [REGION],
  )
  expect(closed.flat().toSorted()).toEqual(roots.map(({ day }) => day))
  expect(roots.length).toBeGreaterThan(0)
})

test('a year announced at one server counts at the other, for what that one wrote meanwhile too', async () => {
  const { applicationContext: context } = b
  const follower = await followReference(otherDatabase, context.reference, (since) =>
    refreshRecent(context, REGION, since),
  )
  expect(await follower.look()).toBe(false)
  const days = Array.from({ length: 28 }, (_, index) => ({
    date: `2027-01-${String(index + 1).padStart(2, '0')}`,
    kind: 'off',
    name: '测试假期',
  }))
  now = '2026-12-31T01:00:00.000Z' as Instant
  const answer = await a.send('xitong', 'PUT', '/api/calendar/2027', {
    announced: true,
    document: '测试用放假通知',
    days,
  })
  expect(answer.statusCode).toBe(200)
  const dueOn = async () =>
    (
      await database.query<{ due: string }>(
        'select due_on::text as due from application where region_code = $1 and application_id = $2',
        [REGION, received.at(-1)],
      )
    )[0]?.due
  expect(context.reference.calendar.version).not.toBe(
    a.applicationContext.reference.calendar.version,
  )
  // Received at the second server, which does not know yet.
  await receive(b)
  expect((await dueOn()) ?? '').toMatch(/^2027-01/)
  expect(await follower.look()).toBe(true)
  expect(context.reference.calendar.version).toBe(a.applicationContext.reference.calendar.version)
  expect(await follower.look()).toBe(false)
  expect((await dueOn()) ?? '').toMatch(/^2027-02/)
})
