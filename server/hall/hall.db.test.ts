import { afterAll, describe, expect, test } from 'vitest'
import type { TicketView } from '../../contract/tickets.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { composedServer, REGION } from '../../tests/support/composed-server.ts'
import { freshDatabase } from '../../tests/support/fresh-database.ts'
import { bodyOf, codeOf, hallOf } from '../../tests/support/hall-counter.ts'
import { receivedAtWindow } from '../../tests/support/received-at-window.ts'
import { newId } from '../event-log/chain.ts'

const { database } = await freshDatabase({ maxConnections: 8 })
/** Monday 2 March 2026, 09:30. */
let now = Date.parse('2026-03-02T01:30:00.000Z')
const clock = () => new Date(now).toISOString() as Instant
const server = await composedServer(database, clock)
afterAll(() => server.close())
const pass = (minutes: number) => {
  now += minutes * 60_000
}
const { paired, kiosk, take, taken, at, on, called, desk, board, standing } = await hallOf(server)

test('a visit from the kiosk to the rating is one number, and the figures count it', async () => {
  bodyOf(await at('chuangkou1', 1, 'sign-on'))
  const first = await taken({ identity: '513201198805120015' })
  expect(first).toMatchObject({ number: 'A001', status: 'waiting', ahead: 0, estimateMinutes: 0 })
  const second = await taken({ priorityReason: 'elder' })
  expect(second.number).toBe('P001')
  // The elder goes before; the one who came first is told so.
  expect(await standing(first.ticketId)).toMatchObject({ ahead: 1 })
  pass(6)
  expect(await called('chuangkou1', 1)).toMatchObject({ number: 'P001', windowId: 1 })
  expect(await board()).toMatchObject({
    calls: [{ number: 'P001', windowId: 1, times: 1 }],
    windows: [{ windowId: 1, state: 'busy', number: 'P001' }, {}, {}],
  })
  bodyOf(await on('chuangkou1', second.ticketId, 'finish'))

  const ticket = await called('chuangkou1', 1)
  expect(ticket).toMatchObject({ number: 'A001', possible: expect.arrayContaining(['start']) })
  bodyOf(await on('chuangkou1', first.ticketId, 'start'))
  pass(1)
  const applicationId = await receivedAtWindow(server)
  expect((await desk('chuangkou1')).ticket?.applications).toMatchObject([{ applicationId }])
  pass(9)
  const evaluator = await paired('evaluator', 1)
  bodyOf(await on('chuangkou1', first.ticketId, 'finish'))

  const open = bodyOf<{ evaluation: { ticketId: string } | null }>(
    await evaluator.send('GET', '/api/hall/evaluation'),
  )
  expect(open.evaluation).toMatchObject({ ticketId: first.ticketId, number: 'A001' })
  const rating = { commandId: newId(), ticketId: first.ticketId, grade: 2 }
  bodyOf(await evaluator.send('POST', '/api/hall/evaluation', rating))
  bodyOf(await evaluator.send('POST', '/api/hall/evaluation', rating))
  const again = { ...rating, commandId: newId() }
  expect(codeOf(await evaluator.send('POST', '/api/hall/evaluation', again))).toBe('already-rated')
  const other = { ...again, ticketId: second.ticketId }
  expect(codeOf(await evaluator.send('POST', '/api/hall/evaluation', other))).toBe(
    'evaluation-gone',
  )
  // A bad rating of the intake: somebody who did not handle it calls the applicant.
  const waiting = await server.send('ducha', 'GET', '/api/worklists/to-follow-up')
  expect(waiting.body).toContain(applicationId)

  const span = 'from=2026-03-02&to=2026-03-02'
  const figures = await server.send('ducha', 'GET', `/api/hall/figures?${span}`)
  expect(bodyOf<{ rows: object[] }>(figures).rows).toEqual([
    expect.objectContaining({
      itemId: 'aba-36',
      applications: 1,
      visits: 1,
      visitsPerApplication: 1,
      onceShare: 1,
      waitingMinutesAverage: 6,
      handlingMinutesAverage: 10,
    }),
  ])
  const behind = await server.send(
    'wentilv.fuze',
    'GET',
    `/api/hall/figures/aba-36/applications?${span}`,
  )
  expect(bodyOf<{ rows: object[] }>(behind).rows).toMatchObject([{ applicationId, visits: 1 }])
  const foreign = await server.send('jiaoyuju.fuze', 'GET', `/api/hall/figures?${span}`)
  expect(bodyOf<{ rows: object[] }>(foreign).rows).toEqual([])
})

describe('bad input', () => {
  test('one person has one live ticket of a queue, and a ticket sent again is the same', async () => {
    const identity = '513225199508200022'
    const ticketId = newId()
    const first = await taken({ ticketId, identity })
    expect(await taken({ ticketId, identity })).toMatchObject({ number: first.number })
    expect(codeOf(await take({ identity: ' 513225199508200022' }))).toBe('ticket-already-live')
    const anonymous = { ticketId: newId(), queue: 'D' }
    const twice = await Promise.all([taken(anonymous), taken(anonymous)])
    expect(twice[0].number).toBe(twice[1].number)
    expect(await taken(anonymous)).toMatchObject({ number: twice[0].number })
    bodyOf(await on('dating', anonymous.ticketId, 'void', { reason: '重复取号' }))
    expect((await taken({ queue: 'D', identity })).number).toBe('D002')
    const rows = await database.query<{ hash: string }>(
      `select person_hash as hash from ticket where region_code = $1 and person_hash is not null`,
      [REGION],
    )
    expect(rows.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
    bodyOf(await on('dating', ticketId, 'void', { reason: '本人放弃' }))
  })

  test('two windows that call at once call two tickets; one that has a ticket in hand calls none', async () => {
    bodyOf(await at('chuangkou4', 2, 'sign-on'))
    const waiting = [await taken(), await taken()]
    // What waits in front is the ticket of the other queue.
    const calls = await Promise.all([called('chuangkou1', 1), called('chuangkou4', 2)])
    expect(new Set(calls.map((ticket) => ticket?.number)).size).toBe(2)
    expect(codeOf(await at('chuangkou1', 1, 'call-next'))).toBe('ticket-in-hand')
    expect(await called('chuangkou1', 1, { finish: true })).toMatchObject({
      number: waiting[1]?.number,
    })
    bodyOf(await on('chuangkou4', calls[1]?.ticketId ?? '', 'finish'))
  })

  test('the same call sent again is the same ticket, and its command id is good for nothing else', async () => {
    const ticket = await taken()
    const commandId = newId()
    const first = await called('chuangkou4', 2, { commandId })
    expect(first?.ticketId).toBe(ticket.ticketId)
    expect(await called('chuangkou4', 2, { commandId })).toMatchObject({ number: ticket.number })
    expect(codeOf(await on('chuangkou4', ticket.ticketId, 'recall', { commandId }))).toBe(
      'command-id-reused',
    )
    expect(codeOf(await on('chuangkou1', ticket.ticketId, 'finish'))).toBe('foreign-window')
    expect(codeOf(await at('chuangkou5', 2, 'call-next'))).toBe('not-signed-on')
    expect((await at('chuangkou4', 2, 'call-next', { ticketId: newId() })).statusCode).toBe(422)
  })

  test('a clerk who closed the laptop in mid-call is away; a colleague gives the ticket back to the head', async () => {
    const [stuck] = [(await desk('chuangkou4')).ticket]
    pass(2)
    bodyOf(await server.send('chuangkou1', 'POST', '/api/hall/windows/1/heartbeat'))
    await taken({ priorityReason: 'disability' })
    expect((await board()).windows.map(({ state }) => state)).toEqual(['busy', 'away', 'closed'])
    const { stranded } = await desk('chuangkou1')
    expect(stranded.map(({ number }) => number)).toEqual([stuck?.number])
    bodyOf(await on('chuangkou1', stuck?.ticketId ?? '', 'return', { reason: '窗口离线' }))
    expect(await called('chuangkou1', 1, { finish: true })).toMatchObject({
      number: stuck?.number,
      takenAt: stuck?.takenAt,
    })
  })

  test('hand-over keeps the ticket that is being served, and its clerk is the new one', async () => {
    const { ticket } = await desk('chuangkou1')
    expect(codeOf(await at('chuangkou1', 1, 'sign-off'))).toBe('ticket-in-hand')
    bodyOf(await at('chuangkou2', 1, 'hand-over'))
    expect((await desk('chuangkou2')).ticket?.number).toBe(ticket?.number)
    expect(codeOf(await on('chuangkou1', ticket?.ticketId ?? '', 'finish'))).toBe('foreign-window')
    bodyOf(await on('chuangkou2', ticket?.ticketId ?? '', 'finish'))
  })

  test('who missed the call comes back at the kiosk once, and is told when it is too late', async () => {
    const next = await called('chuangkou2', 1)
    bodyOf(await on('chuangkou2', next?.ticketId ?? '', 'pass'))
    const url = `/api/hall/tickets/${next?.ticketId}/return-at-kiosk`
    const back = await kiosk.send('POST', url, { commandId: newId() })
    expect(bodyOf<TicketView>(back).status).toBe('waiting')
    await called('chuangkou2', 1)
    bodyOf(await on('chuangkou2', next?.ticketId ?? '', 'pass'))
    expect(await standing(next?.ticketId ?? '')).toMatchObject({ status: 'void' })
  })

  test('a ticket for an item goes only to a window whose clerk is trained for it', async () => {
    expect(codeOf(await at('chuangkou7', 3, 'sign-on'))).toBe('etiquette-missing')
    const { accounts } = bodyOf<{ accounts: { accountId: string; username: string }[] }>(
      await server.send('ducha', 'GET', '/api/accounts'),
    )
    const sixth = accounts.find(({ username }) => username === 'chuangkou6')
    const training = { passed: ['etiquette', 'education'] }
    bodyOf(
      await server.send('ducha', 'PUT', `/api/accounts/${sixth?.accountId}/training`, training),
    )
    bodyOf(await at('chuangkou6', 3, 'sign-on'))
    const culture = await taken({ itemId: 'aba-36' })
    const anything = await taken()
    expect(await called('chuangkou6', 3)).toMatchObject({ number: anything.number })
    expect(await called('chuangkou6', 3, { finish: true })).toBeNull()
    expect(await called('chuangkou2', 1)).toMatchObject({ number: culture.number })
    bodyOf(await on('chuangkou2', culture.ticketId, 'finish'))
  })
})

test('everything called, passed and handed over is in the log with window and clerk', async () => {
  type Log = { rows: { actName: string; windowId: number | null; byName: string }[] }
  const { rows } = bodyOf<Log>(await server.send('dating', 'GET', '/api/hall/log?size=100'))
  for (const act of ['叫号', '过号', '退回队列', '接班', '办理结束'])
    expect(rows.find(({ actName }) => actName === act)).toMatchObject({
      windowId: expect.any(Number),
      byName: expect.stringMatching(/示例|样例/),
    })
})

test('tickets of a past day are void with the next act, and lead to nobody any more', async () => {
  const left = await taken()
  pass(24 * 60)
  const next = await taken()
  expect(next.number).toBe('A001')
  expect(await standing(left.ticketId)).toMatchObject({ status: 'void' })
  expect((await desk('chuangkou2')).windowId).toBeNull()
  const salts = await database.query<{ day: string; salted: boolean }>(
    `select day, salt is not null as salted from hall_day where region_code = $1 order by day`,
    [REGION],
  )
  expect(salts.map(({ salted }) => salted)).toEqual([false, true])
})
