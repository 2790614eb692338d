import { SMTPServer } from 'smtp-server'
import { createServer } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { MESSAGE_KINDS } from '../../domain/message/message-kinds.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { composedServer, REGION } from '../../tests/support/composed-server.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { receivedAtWindow } from '../../tests/support/received-at-window.ts'
import { newId } from '../event-log/chain.ts'
import { clearMessages } from './clear-messages.ts'
import { createFollower } from './follow-events.ts'
import { createMailSender } from './mail-sender.ts'
import { runDeliveries } from './run-deliveries.ts'
import { runReports } from './run-reports.ts'
import { storeMessage, type MessageRequest } from './send-message.ts'
import { smsReports } from './sms-reports.ts'
import { createSmsSender } from './sms-sender.ts'
import { startSmsSimulator } from './sms-simulator.ts'

const { database: db } = await freshDatabase({ maxConnections: 10 })
const NOW = '2026-03-02T02:00:00.000Z' as Instant
const server = await composedServer(db, () => NOW)
const gateway = await startSmsSimulator()
const letters: { to: string; text: string }[] = []
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo({ address }, _session, done) {
    done(
      address.startsWith('nobody') ? Object.assign(new Error('no'), { responseCode: 550 }) : null,
    )
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address).join()
      letters.push({ to, text: Buffer.concat(chunks).toString('utf8') })
      done(null)
    })
  },
})
await new Promise<void>((resolve) => void post.listen(0, '127.0.0.1', resolve))
const { port } = post.server.address() as { port: number }
const sms = createSmsSender({ ...gateway, signature: '【测试】' })
const mail = createMailSender({ url: `smtp://127.0.0.1:${port}`, from: '一窗 <zw@example.com>' })
afterAll(async () => {
  sms.close()
  mail.close()
  await gateway.close()
  await new Promise<void>((resolve) => post.close(resolve))
  await server.close()
})

const PATIENCE = { timeout: 30_000 }
const clock = { now: new Date('2026-03-02T02:00:00.000Z') }
const now = () => clock.now
const send = async (more: Partial<MessageRequest> = {}) => {
  const key = more.key ?? newId()
  await storeMessage(
    { db, channels: ['sms', 'email'], now },
    {
      regionCode: REGION,
      kind: 'accepted',
      key,
      to: { name: '张某某', phone: '13912340001', email: 'shili@example.com' },
      item: '食品生产许可',
      number: '513200-20260302-000001',
      at: NOW,
      ...more,
    },
  )
  return key
}
const run = async (senders = { sms, email: mail }) =>
  await runDeliveries({ db, regionCode: REGION, senders, now })
const deliveries = async (key: string) =>
  await db.query<{ channel: string; state: string; tries: number; receipt: string; error: string }>(
    `select d.channel, d.state, d.tries, d.receipt, d.last_error as error, d.report, d.report_code as "reportCode" from message_delivery d
       join message m on m.region_code = d.region_code and m.message_id = d.message_id
      where d.region_code = $1 and m.event_key = $2 order by d.rank`,
    [REGION, key],
  )
const pass = (seconds: number) => {
  clock.now = new Date(clock.now.getTime() + seconds * 1000)
}

test('a text message goes through the gateway, signed, with its receipt kept; the e-mail is not needed', async () => {
  const key = await send()
  await run()
  expect(await deliveries(key)).toMatchObject([
    { channel: 'sms', state: 'sent', tries: 1, receipt: expect.stringMatching(/^SIM/) as unknown },
    { channel: 'email', state: 'not-needed' },
  ])
  const [arrived] = gateway.messages()
  expect(arrived).toMatchObject({ to: '13912340001' })
  expect(arrived?.text).toBe(
    `【测试】${MESSAGE_KINDS.accepted.text({ name: '张**', item: '食品生产许可', number: '513200-20260302-000001' })}`,
  )
})

test('the same event told twice, and by two servers at once, is stored and sent once', async () => {
  const before = gateway.messages().length
  const key = newId()
  await Promise.all([send({ key }), send({ key }), send({ key })])
  await Promise.all([run(), run(), run()])
  expect(await deliveries(key)).toHaveLength(2)
  expect(gateway.messages()).toHaveLength(before + 1)
})

test('a hundred messages and four senders: each goes once', async () => {
  const before = gateway.messages().length
  for (let at = 0; at < 100; at += 1)
    await send({ to: { name: '张某某', phone: `1392000${String(at).padStart(4, '0')}` } })
  await Promise.all([run(), run(), run(), run()])
  const sent = gateway.messages().slice(0, gateway.messages().length - before)
  expect(new Set(sent.map(({ to }) => to)).size).toBe(100)
  expect(sent).toHaveLength(100)
})

test('a legal notice that the phone never took goes by e-mail, a courtesy does not, and each report is kept once', async () => {
  const [legal, courtesy] = [
    await send({ to: { name: '张某某', phone: '19812345678', email: 'shili@example.com' } }),
    await send({
      kind: 'correction-reminder',
      to: { name: '张某某', phone: '19812345679', email: 'shili@example.com' },
    }),
  ]
  await run()
  const reports = async () =>
    await runReports({ db, regionCode: REGION, senders: { sms, email: mail }, now })
  await Promise.all([reports(), reports()])
  await run()
  expect(await deliveries(legal)).toMatchObject([
    { channel: 'sms', state: 'sent', report: 'undelivered', reportCode: 'phone-switched-off' },
    { channel: 'email', state: 'sent', report: null },
  ])
  expect(await deliveries(courtesy)).toMatchObject([
    { channel: 'sms', report: 'undelivered' },
    { channel: 'email', state: 'not-needed' },
  ])
  // Acknowledged: the gateway tells nothing again.
  expect(await reports()).toBe(0)
  const shown = await server.send('xitong', 'GET', '/api/message-deliveries?report=undelivered')
  expect(shown.json<{ rows: object[] }>().rows).toHaveLength(2)
})

test('reports that the gateway did not sign are not believed', async () => {
  const stranger = createSmsSender({
    ...gateway,
    secret: 'another-secret-of-somebody',
    signature: '',
  })
  await expect(stranger.reports?.read()).rejects.toThrow('401')
  const unsigned = createServer((_request, response) => response.end('{"reports":[]}'))
  await new Promise<void>((resolve) => void unsigned.listen(0, '127.0.0.1', resolve))
  const { port: place } = unsigned.address() as { port: number }
  await expect(smsReports(gateway, `http://127.0.0.1:${place}/`).read()).rejects.toThrow('signed')
  unsigned.close()
})

test('after its days the words of a message and its address are gone, that it was told and arrived stays', async () => {
  const key = await send({ at: '2023-03-02T02:00:00.000Z' as Instant })
  await run()
  expect(await clearMessages(db, REGION, 730, clock.now)).toBe(1)
  const [row] = await db.query<Record<string, unknown>>(
    `select m.title, m.text, d.address, d.state from message m
       join message_delivery d on d.region_code = m.region_code and d.message_id = m.message_id
      where m.region_code = $1 and m.event_key = $2 and d.rank = 1`,
    [REGION, key],
  )
  expect(row).toEqual({ title: '受理通知', text: '', address: '', state: 'sent' })
})

test('a gateway that is down is asked again after growing pauses, and a text that went meanwhile goes no second time', async () => {
  gateway.failWith(503)
  const key = await send()
  for (const pause of [0, 29, 1, 119, 1]) {
    pass(pause)
    await run()
  }
  expect(await deliveries(key)).toMatchObject([
    { channel: 'sms', state: 'waiting', tries: 3, error: 'simulated-failure' },
    { channel: 'email', state: 'standby', tries: 0 },
  ])
  gateway.failWith(null)
  pass(600)
  await run()
  expect(await deliveries(key)).toMatchObject([
    { state: 'sent', tries: 4 },
    { state: 'not-needed' },
  ])
})

test('a number that does not exist is given up at once for the e-mail, by a real SMTP server', async () => {
  const key = await send({
    to: { name: '张某某', phone: '19912345678', email: 'zhuoma@example.com' },
  })
  await run()
  expect(await deliveries(key)).toMatchObject([
    { channel: 'sms', state: 'failed', error: 'no-such-number' },
    { channel: 'email', state: 'sent' },
  ])
  expect(letters.at(-1)).toMatchObject({ to: 'zhuoma@example.com' })
  expect(letters.at(-1)?.text).toMatch(/Auto-Submitted: auto-generated/)
})

test('a gateway that stays away for all tries is left for the e-mail; an address that is refused is the end', async () => {
  gateway.failWith(500)
  const key = await send({
    to: { name: '张某某', phone: '13912340002', email: 'nobody@example.com' },
  })
  for (let tries = 0; tries < 6; tries += 1) {
    await run()
    pass(7_200)
  }
  gateway.failWith(null)
  expect(await deliveries(key)).toMatchObject([
    { channel: 'sms', state: 'failed', tries: 6 },
    { channel: 'email', state: 'failed', error: 'smtp-550' },
  ])
})

test('what a server that died had in hand is sent by another after a minute', async () => {
  const key = await send()
  const hanging = {
    send: async () => await new Promise<never>(() => undefined),
    close: () => undefined,
  }
  void run({ sms: hanging as never, email: mail })
  while ((await deliveries(key))[0]?.tries !== 1) await new Promise((go) => setTimeout(go, 5))
  pass(59)
  await run()
  expect((await deliveries(key))[0]).toMatchObject({ state: 'waiting', tries: 1 })
  pass(1)
  await run()
  expect((await deliveries(key))[0]).toMatchObject({ state: 'sent', tries: 2 })
})

test('at half past ten at night a reminder waits for eight o’clock, a notice does not', async () => {
  clock.now = new Date('2026-03-05T14:30:00.000Z')
  const courtesy = await send({ kind: 'correction-reminder' })
  const legal = await send({ kind: 'correction' })
  await run()
  expect((await deliveries(courtesy))[0]).toMatchObject({ state: 'waiting', tries: 0 })
  expect((await deliveries(legal))[0]).toMatchObject({ state: 'sent' })
  clock.now = new Date('2026-03-06T00:00:00.000Z')
  await run()
  expect((await deliveries(courtesy))[0]).toMatchObject({ state: 'sent' })
})

test('a request that was not signed with the secret is refused by the gateway', async () => {
  const stranger = createSmsSender({
    ...gateway,
    secret: 'another-secret-of-somebody',
    signature: '',
  })
  const sent = await stranger.send({ id: newId(), to: '13912340001', title: '', text: 'x' })
  expect(sent).toEqual({ ok: false, permanent: true, error: 'wrong-signature' })
})

const receive = async (phone: string | null, identityNumber = '513225199508200022') =>
  await receivedAtWindow(server, { name: '卓玛某某', identityNumber, phone })

/** A follower as the server has it, with links to rate. */
const follower = async (fromStart = true) =>
  await createFollower({
    db,
    regionCode: REGION,
    send: async (request) => await storeMessage({ db, channels: ['sms'], now }, request),
    itemName: (itemId) => server.applicationContext.reference.getItem(itemId).name,
    portalUrl: 'https://zw.example.gov.cn',
    ratingLinkOf: async (_region, applicationId) => await Promise.resolve(`/rate/${applicationId}`),
    fromStart,
  })

test('an applicant finds in the portal what was committed, unread until it is read, and nobody else does', async () => {
  const applicationId = await receive('13912340003')
  const followers = [await follower(), await follower()]
  // Nothing is told while an older transaction of the same PostgreSQL is open: it may still commit something earlier.
  await expect
    .poll(async () => {
      await Promise.all(followers.map((one) => one.look()))
      return await db.query(
        `select kind, count(*)::int as count from message where region_code = $1 and application_id = $2 group by kind order by kind`,
        [REGION, applicationId],
      )
    }, PATIENCE)
    .toEqual([
      { kind: 'rating-invitation', count: 1 },
      { kind: 'received', count: 1 },
    ])
  await Promise.all(followers.map((one) => one.look()))
  type Page = {
    rows: { messageId: string; title: string; text: string; link: string }[]
    unread: number
  }
  const mine = (await server.send('shenqing2', 'GET', '/api/messages')).json<Page>()
  expect(mine.unread).toBe(2)
  expect(mine.rows.find(({ title }) => title === '已收件')).toMatchObject({
    link: `/my/applications/${applicationId}`,
    text: expect.stringContaining('卓***') as unknown,
  })
  const [first] = mine.rows
  const others = (await server.send('shenqing1', 'GET', '/api/messages')).json<Page>()
  expect(others.rows).toEqual([])
  const stolen = { messageIds: [first?.messageId], allUpTo: null }
  await server.send('shenqing1', 'POST', '/api/messages/read', stolen)
  expect((await server.send('shenqing2', 'GET', '/api/messages/unread')).json()).toEqual({
    unread: 2,
  })
  const read = await server.send('shenqing2', 'POST', '/api/messages/read', {
    messageIds: [],
    allUpTo: first?.messageId,
  })
  expect(read.json()).toEqual({ unread: 0 })
})

test('the cursor goes on where it stood, and a follower that begins today tells nothing of yesterday', async () => {
  const one = await follower()
  expect(await one.look()).toBe(0)
  await receive('13912340004')
  await expect.poll(() => one.look(), PATIENCE).toBeGreaterThan(0)
  await db
    .query('delete from message_follower where region_code = $1', [REGION])
    .catch(() => undefined)
})

test('the outbox shows the system administrator what went, without addresses, names or one-time links', async () => {
  await run()
  const outbox = await server.send('xitong', 'GET', '/api/message-deliveries?size=100')
  expect(outbox.statusCode).toBe(200)
  expect(outbox.body).not.toMatch(/1391234\d{4}/)
  expect(outbox.body).not.toContain('/rate/')
  expect(outbox.body).not.toContain('卓玛某某')
  const { rows } = outbox.json<{ rows: { address: string; state: string }[] }>()
  expect(rows.some(({ address }) => address === '139****0003')).toBe(true)
  expect((await server.send('shenqing1', 'GET', '/api/message-deliveries')).statusCode).toBe(403)
})

test('whoever switched courtesies off is told the law’s notices alone', async () => {
  const wishes = {
    legalSms: false,
    legalEmail: false,
    courtesySms: false,
    courtesyEmail: false,
    courtesyInApp: false,
  }
  await server.send('shenqing1', 'PUT', '/api/message-preferences', wishes)
  const to = { identity: 'id-card:513201198805120015', name: '张某某', phone: '13912340005' }
  const legal = await send({ to })
  const courtesy = await send({ to, kind: 'correction-reminder' })
  expect(await deliveries(legal)).toEqual([])
  const stored = await db.query<{ kind: string }>(
    'select kind from message where region_code = $1 and event_key = any ($2::text[])',
    [REGION, [legal, courtesy]],
  )
  expect(stored).toEqual([{ kind: 'accepted' }])
})

test('a person without account, phone or e-mail leaves no row behind', async () => {
  const key = await send({ to: { identity: 'id-card:513201197001010010', name: '无某某' } })
  expect(
    await db.query('select 1 from message where event_key = $1 and region_code = $2', [
      key,
      REGION,
    ]),
  ).toEqual([])
})
