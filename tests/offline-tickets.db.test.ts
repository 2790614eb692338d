import { createHmac } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { OfflineEntry, OfflineRange } from '../contract/offline.ts'
import { numberIn } from '../domain/offline/reserved-range.ts'
import type { Instant, LocalDate } from '../domain/shared/ids.ts'
import { newId } from '../server/event-log/chain.ts'
import { composedServer, REGION } from './support/composed-server.ts'
import { freshDatabase } from './support/fresh-database.ts'
import { intakeOf, merge, reserve, sendingAs } from './support/offline-journal.ts'

const HOUR = 3_600_000
const { database } = await freshDatabase({ maxConnections: 8 })
/** Tuesday 3 March 2026, 09:00. */
let now = '2026-03-03T01:00:00.000Z' as Instant
const server = await composedServer(database, () => now)
afterAll(() => server.close())
const at = sendingAs(server)
const clerk = at('chuangkou1')

const device = { deviceId: newId(), kind: 'kiosk', name: '一号自助机', windowId: null }
const { pairingCode } = (await at('dating')('POST', '/api/hall/devices', device)).body
const { token } = (await at(null)('POST', '/api/hall/devices/pair', { code: pairingCode })).body
const kiosk = at(null, { 'x-hall-device': token })

/** The kiosk's paper, and the kiosk three hours fast, which it knows from the server. */
function takenAt(range: OfflineRange, seq: number, time: string) {
  const entryId = newId()
  const number = numberIn({ ...range, day: range.day as LocalDate }, range.first + seq - 1)
  const secret = Buffer.from(range.secret, 'base64url')
  const proof = createHmac('sha256', secret).update(`${entryId}|${number}|${time}`).digest('hex')
  const deviceAt = new Date(Date.parse(time) + 3 * HOUR).toISOString()
  const ticket = { ticketId: newId(), queue: 'A', priorityReason: null, itemId: null } as const
  return {
    ...ticket,
    entryId,
    seq,
    kind: 'ticket-taken',
    takenAt: time,
    deviceAt,
    aheadMs: -3 * HOUR,
    steady: true,
    reserved: { rangeId: range.rangeId, number, proof },
  } as const
}
const mergedAtKiosk = async (entries: readonly OfflineEntry[]) =>
  (
    await kiosk('POST', '/api/offline/ticket-merge', {
      journalId: newId(),
      deviceId: device.deviceId,
      deviceNow: Date.parse(now) + 3 * HOUR,
      entries,
    })
  ).body.results as unknown
const did = (
  kind: 'ticket-called' | 'ticket-finished',
  seq: number,
  number: string,
  time: string,
) =>
  ({
    entryId: newId(),
    seq,
    takenAt: time,
    deviceAt: time,
    aheadMs: 0,
    steady: true,
    kind,
    number,
    windowId: 1,
  }) as const
const standing = async (ticketId: string): Promise<unknown> =>
  (await at(null)('GET', `/api/hall/tickets/${ticketId}`)).body
const visits = async () =>
  await database.query(
    `select t.number, t.day, v.application_id as "applicationId", v.at, v.window_id as "windowId"
       from visit v join ticket t on t.region_code = $1 and t.ticket_id = v.ticket_id where v.region_code = $1 order by v.at`,
    [REGION],
  )

test('a kiosk that was fast gave numbers in their real order, and what a window received without the server belongs to them', async () => {
  const { ranges } = (
    await kiosk('POST', '/api/offline/ticket-ranges', { queues: ['A'], spent: [] })
  ).body as { ranges: OfflineRange[] }
  const [lent, tomorrows] = ranges
  if (lent === undefined || tomorrows === undefined) throw new Error('The kiosk holds no ranges')
  const receipts = await reserve(clerk)
  const [one, two] = [
    takenAt(lent, 1, '2026-03-03T01:40:00.000Z'),
    takenAt(lent, 2, '2026-03-03T01:41:00.000Z'),
  ]
  const intake = intakeOf(receipts, 2, '2026-03-03T01:55:00.000Z')
  const journal = [
    did('ticket-called', 1, 'A801', '2026-03-03T01:50:00.000Z'),
    intake,
    did('ticket-finished', 3, 'A801', '2026-03-03T02:05:00.000Z'),
  ]

  // The line is back at 10:30. The clerk has somebody in hand already as the journal comes, and before the kiosk's.
  now = '2026-03-03T02:30:00.000Z' as Instant
  const hand = { ticketId: newId(), queue: 'A', priorityReason: null, itemId: null, identity: null }
  const online = (await kiosk('POST', '/api/hall/tickets', hand)).body
  const command = () => ({ commandId: newId() })
  await clerk('POST', '/api/hall/windows/1/sign-on', command())
  expect(
    (await clerk('POST', '/api/hall/windows/1/call-next', command())).body.ticket,
  ).toMatchObject({ number: online.number })
  expect(await merge(clerk, journal, Date.parse(now))).toMatchObject([
    { code: 'ticket-not-found' },
    { state: 'merged' },
    { code: 'ticket-not-found' },
  ])
  for (const _again of [1, 2])
    expect(await mergedAtKiosk([one, two])).toMatchObject([{ number: 'A801' }, { number: 'A802' }])
  expect(await standing(two.ticketId)).toMatchObject({
    number: 'A802',
    status: 'waiting',
    takenAt: two.takenAt,
  })
  for (const _again of [1, 2])
    expect((await merge(clerk, journal, Date.parse(now))).map(({ state }) => state)).toEqual([
      'merged',
      'merged',
      'merged',
    ])
  now = '2026-03-03T02:40:00.000Z' as Instant
  await clerk('POST', `/api/hall/tickets/${hand.ticketId}/finish`, command())
  const own = {
    number: 'A801',
    day: '2026-03-03',
    applicationId: intake.application.applicationId,
    at: intake.takenAt,
    windowId: 1,
  }
  expect(await visits()).toEqual([own])

  // The second was served too, but that window's journal comes the next morning: the queue of the day is closed.
  const later = intakeOf(receipts, 5, '2026-03-03T08:10:00.000Z')
  now = '2026-03-04T01:00:00.000Z' as Instant
  expect((await at('dating')('GET', '/api/hall/overview')).body.tickets).toEqual([])
  const rest = [
    did('ticket-called', 4, 'A802', '2026-03-03T08:05:00.000Z'),
    later,
    did('ticket-finished', 6, 'A802', '2026-03-03T08:30:00.000Z'),
  ]
  for (const _again of [1, 2])
    expect((await merge(clerk, rest, Date.parse(now))).map(({ state }) => state)).toEqual([
      'merged',
      'merged',
      'merged',
    ])
  expect(await visits()).toEqual([
    own,
    {
      ...own,
      number: 'A802',
      applicationId: later.application.applicationId,
      at: later.takenAt,
    },
  ])
  const figures = '/api/hall/figures?from=2026-03-03&to=2026-03-03'
  expect((await at('ducha')('GET', figures)).body.rows).toMatchObject([
    { applications: 2, visits: 2, onceShare: 1, handlingMinutesAverage: 20 },
  ])
  const behind = '/api/hall/figures/aba-36/applications?from=2026-03-03&to=2026-03-03'
  expect((await at('ducha')('GET', behind)).body.rows).toMatchObject([
    { tickets: [{ number: expect.stringMatching(/^A80[12]$/), actName: '收件', windowId: 1 }] },
    { tickets: [{ windowId: 1 }] },
  ])
  const past = (await at('dating')('GET', '/api/hall/day-tickets?day=2026-03-03&status=finished'))
    .body
  expect(past.rows).toMatchObject([
    { number: online.number, offline: false },
    { number: 'A802', offline: true, finishedAt: '2026-03-03T08:30:00.000Z' },
    { number: 'A801', offline: true, startedAt: '2026-03-03T01:50:00.000Z' },
  ])
})
