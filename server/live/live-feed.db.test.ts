import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import http, { type ServerResponse } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { uuidv7 } from 'uuidv7'
import { afterAll, expect, test } from 'vitest'
import type { AccountId, Instant } from '../../domain/shared/ids.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { accessServer, REGION } from '../access/testing/access-server.ts'
import { newestCursor } from '../event-log/read-feed.ts'
import { createLiveHub } from './live-hub.ts'
import { liveRoutes } from './live-feed.ts'
import { streamListener } from './stream-listener.ts'

const { database } = await freshDatabase()
const hub = createLiveHub(database, { pollMs: 50, heartbeatMs: 40 })
const server = await accessServer(database, {
  routes: (mount, context) => liveRoutes(mount, context, hub),
})
await server.http.listen({ port: 0, host: '127.0.0.1' })
const { port } = server.http.server.address() as AddressInfo
afterAll(() => server.http.close())

const CLERK = await server.signIn('chuangkou1')
const CITIZEN = await server.signIn('shenqing1')
const OWNER = 'id-card:513201198805120015'

/** One event straight into the log: the feed reads nothing else. */
async function record(owner: string): Promise<string> {
  const applicationId = uuidv7()
  const hash = Buffer.alloc(32)
  await database.query(
    `insert into application (region_code, application_id, number, version, seq, head, status, stage, item_id,
       department_id, received_on, applicant_identity, applicant_name, card, query_code_hash, pairs, state)
     values ($1, $2, $3, 1, 1, $4, 'received', 'to-accept', 'aba-60', 'market-regulation', '2026-03-02', $5, '张某某',
       'none', '', '{}', '{"status": "received"}')`,
    [REGION, applicationId, applicationId, hash, owner],
  )
  await database.query(
    `insert into application_event (region_code, application_id, seq, version, command_id, type, data, account_id,
       occurred_at, recorded_at, origin, hash)
     values ($1, $2, 1, 1, $3, 'ApplicationReceived', '{}', $3, now(), now(), '', $4)`,
    [REGION, applicationId, uuidv7(), hash],
  )
  return applicationId
}

type Heard = { readonly id: string; readonly applicationId: string }

async function listen(cookie: string, { after = '', lastEventId = '', at = port } = {}) {
  const leave = new AbortController()
  const response = await fetch(`http://127.0.0.1:${at}/api/live${after && `?after=${after}`}`, {
    headers: {
      cookie: `yichuang=${cookie}`,
      ...(lastEventId && { 'last-event-id': lastEventId }),
    },
    signal: leave.signal,
  })
  let text = ''
  const ended = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array)
  })().catch(() => undefined)
  const heard = (): Heard[] =>
    [...text.matchAll(/^id: (.+)\ndata: (.+)$/gm)].map(([, id = '', data = '']) => ({
      id,
      applicationId: (JSON.parse(data) as Heard).applicationId,
    }))
  return {
    response,
    heard,
    text: () => text,
    ended,
    leave: () => leave.abort(),
    async until(isSo: () => boolean) {
      while (!isSo()) await wait(10)
    },
  }
}

test('a clerk hears of every application that moves, told only which', async () => {
  const clerk = await listen(CLERK)
  expect(clerk.response.headers.get('content-type')).toContain('text/event-stream')
  expect(clerk.response.headers.get('content-security-policy')).toContain("default-src 'none'")
  await clerk.until(() => clerk.text().includes('id: '))
  const applicationId = await record(OWNER)
  hub.hint(REGION)
  await clerk.until(() => clerk.heard().length > 0)
  expect(clerk.heard().map((one) => one.applicationId)).toEqual([applicationId])
  expect(clerk.text()).not.toContain('张某某')
  clerk.leave()
})

test('an applicant hears of their own applications only', async () => {
  const citizen = await listen(CITIZEN)
  await citizen.until(() => citizen.text().includes('id: '))
  await record('id-card:513225199508200022')
  const own = await record(OWNER)
  await citizen.until(() => citizen.heard().length > 0)
  expect(citizen.heard().map((one) => one.applicationId)).toEqual([own])
  citizen.leave()
})

test.each(['after', 'lastEventId'])(
  'who was away resumes by %s where the last message left off, and goes on live',
  async (by) => {
    const cursor = await newestCursor(database, REGION)
    const missed = [await record(OWNER), await record(OWNER)]
    const clerk = await listen(CLERK, { [by]: cursor })
    await clerk.until(() => clerk.heard().length >= 2)
    const next = await record(OWNER)
    await clerk.until(() => clerk.heard().some((one) => one.applicationId === next))
    expect(clerk.heard().map((one) => one.applicationId)).toEqual([...missed, next])
    clerk.leave()
  },
)

test('a cursor that is none begins from now', async () => {
  await record(OWNER)
  const clerk = await listen(CLERK, { after: '9-not-a-cursor' })
  await clerk.until(() => clerk.text().includes(': beat'))
  expect(clerk.heard()).toEqual([])
  clerk.leave()
})

test('a slow transaction that took its place early is not missed', async () => {
  const clerk = await listen(CLERK)
  await clerk.until(() => clerk.text().includes('id: '))
  const slow = await database.pool.connect()
  await slow.query('begin')
  await slow.query('select pg_current_xact_id()')
  const quick = await record(OWNER)
  await wait(150)
  expect(clerk.heard()).toEqual([])
  await slow.query('commit')
  slow.release()
  await clerk.until(() => clerk.heard().length > 0)
  expect(clerk.heard().map((one) => one.applicationId)).toEqual([quick])
  clerk.leave()
})

test('of many commits at once, hinted or not, every listener hears each once and in one order', async () => {
  const listeners = await Promise.all([listen(CLERK), listen(CLERK), listen(CLERK)])
  for (const listener of listeners) await listener.until(() => listener.text().includes('id: '))
  const recorded = (
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        const own: string[] = []
        for (let count = 0; count < 40; count += 1) {
          own.push(await record(OWNER))
          if (count % 3 > 0) hub.hint(REGION)
        }
        return own
      }),
    )
  ).flat()
  for (const listener of listeners)
    await listener.until(() => listener.heard().length >= recorded.length)
  const [first = [], ...others] = listeners.map((listener) => listener.heard())
  expect(first.map((one) => one.applicationId).toSorted()).toEqual(recorded.toSorted())
  expect(first.map(({ id }) => BigInt(id.split('-')[0] ?? 0))).toEqual(
    first.map(({ id }) => BigInt(id.split('-')[0] ?? 0)).toSorted((a, b) => (a < b ? -1 : 1)),
  )
  for (const heard of others) expect(heard).toEqual(first)
  for (const listener of listeners) listener.leave()
})

test('a commit hidden by an older transaction is heard soon after that ends, without another hint', async () => {
  const quiet = createLiveHub(database, { pollMs: 30_000 })
  const heard: string[] = []
  const { stop } = await quiet.listen(REGION, undefined, {
    deliver: (rows) => heard.push(...rows.map(({ applicationId }) => applicationId)),
    beat: () => undefined,
    end: () => undefined,
  })
  const older = await database.pool.connect()
  await older.query('begin')
  await older.query('select pg_current_xact_id()')
  const applicationId = await record(OWNER)
  quiet.hint(REGION)
  await older.query('commit')
  older.release()
  while (heard.length === 0) await wait(5)
  expect(heard).toEqual([applicationId])
  stop()
  quiet.close()
})

test('the feed of someone signed out ends at once, the same person’s in another browser goes on', async () => {
  const patient = createLiveHub(database, { heartbeatMs: 3_600_000 })
  const other = await accessServer(database, {
    routes: (mount, context) => {
      liveRoutes(mount, context, patient)
      context.sessions.onEnd((_region, accountId) => patient.recheck(accountId))
    },
  })
  await other.http.listen({ port: 0, host: '127.0.0.1' })
  const at = (other.http.server.address() as AddressInfo).port
  const [here, there] = [await other.signIn('chuangkou2'), await other.signIn('chuangkou2')]
  const [leaving, staying] = [await listen(here, { at }), await listen(there, { at })]
  await other.send('DELETE', '/api/session', { cookie: here })
  // No heartbeat comes within the hour: only the sign-out itself ends it.
  await leaving.ended
  await staying.until(() => staying.text().includes('id: '))
  const account = await other.context.sessions.read(there)
  await other.context.sessions.closeAll(REGION, account?.actor.accountId as AccountId)
  await staying.ended
  expect(staying.text()).not.toContain(': beat')
  await other.http.close()
})

test('a feed ends at the hour when its session does', async () => {
  const session = await server.context.sessions.read(CLERK)
  if (!session) throw new Error('not signed in')
  const stream = new PassThrough() as unknown as ServerResponse
  const soon = new Date(Date.now() - 1).toISOString() as Instant
  const looked: string[] = []
  streamListener(stream, { ...session, endsAt: soon }, async () => {
    looked.push('looked')
    return await Promise.resolve(undefined)
  })
  await once(stream, 'finish')
  expect(looked).toEqual(['looked'])
})

test('a reader who takes nothing in is let go instead of filling the memory', async () => {
  const session = await server.context.sessions.read(CLERK)
  if (!session) throw new Error('not signed in')
  const origin = http.createServer()
  const asked = once(origin, 'request') as Promise<[unknown, ServerResponse]>
  origin.listen(0, '127.0.0.1')
  await once(origin, 'listening')
  const reader = net.connect((origin.address() as AddressInfo).port, '127.0.0.1')
  reader.pause()
  reader.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
  const [, stream] = await asked
  const listener = streamListener(stream, session, () => Promise.resolve(session))
  const row = {
    cursor: '',
    applicationId: uuidv7(),
    departmentId: 'market-regulation',
    status: 'received',
    version: 1,
    owner: OWNER,
  }
  const page = Array.from({ length: 500 }, () => row)
  let pages = 0
  while (!stream.destroyed && pages < 1000) {
    listener.deliver(page)
    pages += 1
    await wait(0)
  }
  expect(pages).toBeLessThan(1000)
  reader.destroy()
  origin.close()
})

test('stopping the server ends every feed at once', async () => {
  const clerk = await listen(CLERK)
  await clerk.until(() => clerk.text().includes('id: '))
  await server.http.close()
  await clerk.ended
  expect((await listen(CLERK).catch((error: unknown) => error)) instanceof Error).toBe(true)
})
