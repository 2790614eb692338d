import { expect, test } from 'vitest'
import type { Instant } from '../domain/shared/ids.ts'
import { accessServer, REGION } from '../server/access/testing/access-server.ts'
import { publishDueRoots } from '../server/trail/publish-daily-root.ts'
import { trailRoutes } from '../server/trail/routes.ts'
import { storeLives } from '../server/trail/testing/store-life.ts'
import { newTrailKey } from '../server/trail/trail-key.ts'
import { withClient } from '../server/database/with-client.ts'
import { freshDatabase } from './support/fresh-database.ts'

const { database, connectionString } = await freshDatabase()
const server = await accessServer(database, { routes: trailRoutes })
const [own, broken] = await storeLives(database, REGION, [{}, {}])
const key = newTrailKey()
await publishDueRoots(database, REGION, key, '2026-03-03T02:00:00.000Z' as Instant)

const trailOf = async (username: string, applicationId: string | undefined) =>
  await server.send('GET', `/api/applications/${applicationId}/trail`, {
    cookie: await server.signIn(username),
  })

test.each(['chuangkou1', 'wentilv.fuze', 'ducha', 'shenqing1'])(
  'the trail of an application is shown to %s: staff, or the applicant',
  async (username) => {
    const answer = await trailOf(username, own?.options.applicationId)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      intact: true,
      events: 6,
      head: own?.row.head,
      broken: null,
      lastPublishedRoot: { day: '2026-03-02' },
    })
  },
)

test.each(['shenqing2', 'qiye1'])('it is not shown to another applicant: %s', async (username) => {
  const answer = await trailOf(username, own?.options.applicationId)
  expect(answer.statusCode).toBe(403)
  expect(answer.json()).toMatchObject({ code: 'not-your-application' })
})

test('nobody sees a trail without signing in, nor one that does not exist', async () => {
  const url = `/api/applications/${own?.options.applicationId}/trail`
  expect((await server.send('GET', url)).statusCode).toBe(401)
  const answer = await trailOf('chuangkou1', '01990000-0000-7000-8000-00000000ffff')
  expect(answer.statusCode).toBe(404)
})

test('a broken trail names the first event that does not fit', async () => {
  const id = broken?.options.applicationId
  await withClient(connectionString, (client) =>
    client.query(
      `update application_event set origin = '10.9.9.9' where application_id = $1 and seq = 4`,
      [id],
    ),
  )
  expect((await trailOf('ducha', id)).json()).toMatchObject({
    intact: false,
    broken: { seq: 4, what: '第 4 个事件被改动' },
  })
})

test('anyone may read the daily roots', async () => {
  const answer = await server.send('GET', '/api/trail/roots')
  expect(answer.statusCode).toBe(200)
  const { roots } = answer.json<{ roots: { root: string; signature: string }[] }>()
  expect(roots).toHaveLength(1)
  expect(roots[0]).toMatchObject({
    day: '2026-03-02',
    applications: 2,
    certificate: key.publicKey,
  })
  expect(roots[0]?.root).toMatch(/^[0-9a-f]{64}$/)
  expect(roots[0]?.signature).toMatch(/^[A-Za-z0-9+/]{86}==$/)
})
