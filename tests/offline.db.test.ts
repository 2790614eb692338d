import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { usualSituation } from '../bench/usual-situation.ts'
import { startProduct, type Product } from '../bench/product.ts'
import castFile from '../catalogue/aba/demonstration-cast.json' with { type: 'json' }
import type { OfflineEntry, OfflineRange } from '../contract/offline.ts'
import type { Instant } from '../domain/shared/ids.ts'
import { localDateOf, startOfDay } from '../domain/shared/local-date.ts'
import { readCast, seedDemonstration } from '../server/access/demonstration-cast.ts'
import { withClient } from '../server/database/with-client.ts'
import { newId } from '../server/event-log/chain.ts'
import { trustedKeys } from '../server/trail/trail-key.ts'
import { verifyAll } from '../server/trail/verify-all.ts'
import { holdKey, journalKey, openEntry, sealEntry } from '../web/api/offline/journal-cipher.ts'
import {
  beginChain,
  type Frame,
  journalBytes,
  linkFrame,
  recoverJournal,
} from '../web/api/offline/journal-frames.ts'
import { composedServer, PASSWORD, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'
import { intakeOf, merge, reserve, type Send, sendingAs } from './support/offline-journal.ts'

const HOUR = 3_600_000

const killed = await freshDatabase()
const shared = await freshDatabase({ maxConnections: 8 })
const { database: handed } = await freshDatabase()

test('a server killed for an hour of counter work: every intake stands afterwards exactly once, at its real time, in an intact trail', async () => {
  const { database, connectionString } = killed
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-offline-'))
  chmodSync(folder, 0o755)
  const start = () => startProduct({ connectionString, dataFolder: folder })
  let product: Product = await start()
  onTestFinished(async () => {
    await product.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  await seedDemonstration(database, REGION, readCast(castFile), PASSWORD)
  // People of a demonstration would be refused at the next start.
  await database.query('update account set demonstration = false where region_code = $1', [REGION])
  let cookie = ''
  const send: Send = async (method, url, body) => {
    const answer = await fetch(product.base + url, {
      method,
      headers: {
        cookie,
        'x-yichuang': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: answer.status, body: await answer.json() }
  }
  await send('POST', '/api/session', { username: 'chuangkou1', password: PASSWORD })
  const { keys } = (await send('POST', '/api/offline/key', {})).body
  const range = await reserve(send)

  process.kill(product.pid, 'SIGKILL')
  await product.stop()
  // The hour passes: what was lent was lent an hour ago, or at midnight.
  const now = Date.now()
  const midnight = Date.parse(startOfDay(localDateOf(new Date(now).toISOString() as Instant)))
  const begun = Math.max(now - HOUR, midnight + 1_000)
  await withClient(connectionString, (client) =>
    client.query('update offline_range set issued_at = $1', [new Date(begun).toISOString()]),
  )
  const entries = Array.from({ length: 12 }, (_, index) =>
    intakeOf(
      range,
      index + 1,
      new Date(begun + ((now - begun) * index) / 12).toISOString(),
      {},
      usualSituation('aba-36'),
    ),
  )
  const held = await journalKey(await holdKey(keys[0].key), 'journal')
  const head = {
    journalId: 'journal',
    keyId: keys[0].keyId,
    accountId: 'me',
    deviceId: 'window',
    begunAt: '',
  }
  const frames: Frame[] = []
  for (const entry of entries)
    frames.push(
      await linkFrame(
        frames.at(-1) ?? (await beginChain(head)),
        await sealEntry(held, entry.seq, { entry }),
      ),
    )

  product = await start()
  const found = await recoverJournal(await journalBytes(head, frames))
  const opened: OfflineEntry[] = []
  for (const { seq, body } of found?.frames ?? []) {
    const plain = await openEntry<OfflineEntry>(held, seq, body)
    if (plain !== undefined) opened.push(plain.entry)
  }
  expect(opened).toEqual(entries)
  // The answer to the first half is lost on the way, and the server is killed once more.
  await merge(send, opened.slice(0, 7), now)
  process.kill(product.pid, 'SIGKILL')
  await product.stop()
  product = await start()
  const results = await merge(send, opened, Date.now())
  expect(await merge(send, opened, Date.now())).toEqual(results)
  expect(results.map(({ state, number, code }) => [state, number, code])).toEqual(
    entries.map(({ reserved }) => ['merged', reserved?.number, null]),
  )
  const received = await database.query<{ number: string; at: string; later: boolean }>(
    `select a.number, e.occurred_at as at, e.recorded_at > e.occurred_at as later
       from application a join application_event e on e.region_code = $1 and e.application_id = a.application_id
      where a.region_code = $1 and e.type = 'ApplicationReceived' order by e.occurred_at`,
    [REGION],
  )
  expect(received).toEqual(
    entries.map(({ reserved, takenAt }) => ({
      number: reserved?.number,
      at: takenAt,
      later: true,
    })),
  )
  const trail = await verifyAll(database, {
    trusted: trustedKeys(path.join(folder, 'trail')),
    now: new Date().toISOString() as Instant,
    files: false,
  })
  expect(trail.findings.first).toEqual([])
  // A receipt at the server goes on behind the range, and the trail says what happened.
  const [first] = results
  const view = (await send('GET', `/api/applications/${first?.applicationId}`)).body
  const sentence = view.history.find(({ step }: { step: string }) => step === '收件').sentence
  expect(sentence).toMatch(/^窗口离线收件.*实际收件时间 \d{4}-\d\d-\d\d \d\d:\d\d，归并时间/)
}, 120_000)

test('two windows with one range, a clock that was wrong, a number that stays void: each is told, nothing is lost', async () => {
  const { database } = shared
  let now = '2026-03-02T01:00:00.000Z' as Instant
  const server = await composedServer(database, () => now)
  onTestFinished(() => server.close())
  const at = sendingAs(server)
  const one = at('chuangkou1')
  const two = at('chuangkou2')
  const range = await reserve(one)
  expect([range.first, range.last]).toEqual([1, 20])
  const online = await one('POST', '/api/applications', {
    ...intakeOf(range, 1, now).application,
    commandId: newId(),
  })
  expect(online.body.number).toBe('513200-20260302-000021')

  now = '2026-03-02T02:30:00.000Z' as Instant
  const ms = Date.parse(now)
  const ours = intakeOf(range, 1, '2026-03-02T01:30:00.000Z')
  const theirs = intakeOf(range, 1, '2026-03-02T01:20:00.000Z')
  const fast = intakeOf(range, 2, '2026-03-02T04:30:00.000Z', { aheadMs: null, steady: false })
  const unwanted = intakeOf(range, 3, '2026-03-02T01:45:00.000Z')
  const untrained = { ...unwanted, application: { ...unwanted.application, itemId: 'aba-99' } }
  expect(await merge(one, [ours, fast, untrained], ms)).toMatchObject([
    { state: 'merged', number: '513200-20260302-000001' },
    { state: 'conflict', code: 'offline-time-implausible' },
    { state: 'conflict', code: 'unknown-item' },
  ])
  const [second] = await merge(two, [theirs], ms)
  expect(second).toMatchObject({
    state: 'renumbered',
    code: 'offline-number-taken',
    printedNumber: '513200-20260302-000001',
    number: '513200-20260302-000022',
  })
  expect(second?.sentence).toContain('请告知申请人')

  const settle = (send: Send, { entryId }: { entryId: string }, act: string, more = {}) =>
    send('POST', `/api/offline/entries/${entryId}/settle`, {
      commandId: newId(),
      act,
      takenAt: null,
      reason: '',
      ...more,
    })
  const open = async (send: Send): Promise<unknown[]> =>
    (await send('GET', '/api/offline/entries')).body.entries as unknown[]
  expect(await open(one)).toHaveLength(2)
  expect((await settle(two, fast, 'again')).status).toBe(404)
  expect((await settle(one, fast, 'retime')).body.code).toBe('invalid-input')
  const stated = { takenAt: '2026-03-02T01:30:00.000Z', reason: '对照凭证，电脑快三小时' }
  expect((await settle(one, fast, 'retime', stated)).body).toMatchObject({
    state: 'merged',
    number: '513200-20260302-000002',
  })
  expect((await settle(one, untrained, 'discard', { reason: '事项名称填错' })).body.state).toBe(
    'discarded',
  )
  expect((await settle(two, theirs, 'told')).body.state).toBe('renumbered')
  expect([...(await open(one)), ...(await open(two))]).toEqual([])
  const { applicationId } = fast.application
  const { history, receivedAt } = (await one('GET', `/api/applications/${applicationId}`)).body
  expect(receivedAt).toBe(stated.takenAt)
  expect(history.at(-1).sentence).toContain('设备记录为 2026-03-02 12:30，收件人员更正')

  now = '2026-03-03T01:00:00.000Z' as Instant
  const { ranges } = (await one('GET', '/api/offline/ranges?day=2026-03-02')).body
  expect(ranges[0].used).toEqual(['513200-20260302-000001', '513200-20260302-000002'])
  expect(ranges[0].voided).toHaveLength(18)
  // A journal that comes a day late keeps its number; of a range that was given back it does not.
  const late = intakeOf(range, 4, '2026-03-02T08:00:00.000Z')
  expect(await merge(one, [late], Date.parse(now))).toMatchObject([{ state: 'merged' }])
  await at('ducha')('POST', `/api/offline/ranges/${range.rangeId}/return`, {
    commandId: newId(),
    reason: '电脑报废',
  })
  const later = intakeOf(range, 5, '2026-03-02T08:10:00.000Z')
  expect(await merge(one, [later], Date.parse(now))).toMatchObject([
    { state: 'renumbered', code: 'offline-range-returned' },
  ])
})

test('two machines with one storage: the second is refused and shown, a lost answer is asked for again, and more is handed out', async () => {
  const people = await composedServer(handed, () => '2026-03-02T01:00:00.000Z' as Instant)
  onTestFinished(() => people.close())
  const sending = sendingAs(people)
  const send = (username: string, ...asked: Parameters<Send>) => sending(username)(...asked)
  const deviceId = newId()
  const [first, second, third] = [newId(), newId(), newId()]
  const reserve = (turn: string | null, next: string, id = deviceId) =>
    send('chuangkou1', 'POST', '/api/offline/ranges', {
      deviceId: id,
      spent: [],
      machine: { turn, next },
    })
  const lent: OfflineRange[] = (await reserve(null, first)).body.ranges
  expect((await reserve(null, first)).body.ranges).toEqual(lent)
  expect((await reserve(first, second)).body.ranges).toEqual(lent)
  // The copy was made while `first` was the newest.
  expect((await reserve(first, third)).body.code).toBe('offline-range-elsewhere')
  const own: OfflineRange[] = (await reserve(null, third, newId())).body.ranges
  expect(own.map(({ rangeId }) => rangeId)).not.toContain(lent[0]?.rangeId)
  type Listed = { copies: object[]; ranges: { rangeId: string }[] }
  const list = async (): Promise<Listed> =>
    (await send('xitong', 'GET', '/api/offline/ranges')).body as Listed
  expect((await list()).copies).toMatchObject([{ firstNumber: '513200-20260302-000001' }])

  const wish = { rangeId: newId(), deviceId, queue: null, day: '2026-03-02' }
  const hand = (over: object = {}) =>
    send('dating', 'POST', '/api/offline/ranges/hand-out', { ...wish, ...over })
  expect((await hand()).body).toMatchObject({ firstNumber: '513200-20260302-000041' })
  expect((await hand()).body).toMatchObject({ firstNumber: '513200-20260302-000041' })
  const unknown = await hand({ rangeId: newId(), deviceId: newId() })
  expect(unknown.body.code).toBe('offline-device-unknown')
  const late = await hand({ rangeId: newId(), day: '2026-03-09' })
  expect(late.body.code).toBe('invalid-input')
  const held: OfflineRange[] = (await reserve(second, third)).body.ranges
  expect(held.map(({ rangeId }) => rangeId)).toContain(wish.rangeId)

  // The storage was cleared: what it used nobody knows, so those numbers are void, and others come.
  const fresh: OfflineRange[] = (await reserve(null, newId())).body.ranges
  expect(fresh.some(({ rangeId }) => held.some((one) => one.rangeId === rangeId))).toBe(false)
  const { ranges } = await list()
  expect(ranges.find((one) => one.rangeId === wish.rangeId)).toMatchObject({
    state: 'returned',
    returnReason: '本机的离线数据已清除',
  })
})
