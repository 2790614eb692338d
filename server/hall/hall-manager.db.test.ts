import { describe, expect, test } from 'vitest'
import type { ServiceFollowUp } from '../../contract/hall-follow-ups.ts'
import type { TicketOfDay } from '../../contract/hall-tickets.ts'
import { bodyOf, codeOf, hallOf } from '../../tests/support/hall-counter.ts'
import { twoHallServers } from '../../tests/support/two-hall-servers.ts'
import { newId } from '../event-log/chain.ts'

const { server, other, pass } = await twoHallServers()
const { paired, taken, at, on, called, standing } = await hallOf(server)

type Overview = { specialToday: number }
type Listed = { rows: TicketOfDay[]; next: string | null; count: number }
type History = { events: { actName: string; windowId: number | null; text: string }[] }
type Counts = { counts: { list: string; count: number }[] }

const special = async (username: string, windowId: number, number: string, over: object = {}) =>
  await at(username, windowId, 'special-call', { number, reason: 'urgent', text: '', ...over })
const listed = async (query = '') =>
  bodyOf<Listed>(await server.send('dating', 'GET', `/api/hall/day-tickets?${query}`))
const history = async (ticketId: string) =>
  bodyOf<History>(await server.send('dating', 'GET', `/api/hall/tickets/${ticketId}/history`))

describe('a special call (特呼)', () => {
  test('takes one given ticket out of order, with its reason, and is counted and listed', async () => {
    bodyOf(await at('chuangkou1', 1, 'sign-on'))
    bodyOf(await at('chuangkou4', 2, 'sign-on'))
    const [first, second] = [await taken(), await taken()]
    expect(codeOf(await special('chuangkou1', 1, second.number, { reason: 'other' }))).toBe(
      'special-reason-missing',
    )
    expect(codeOf(await special('chuangkou1', 2, second.number))).toBe('not-signed-on')
    expect(codeOf(await special('chuangkou1', 1, 'A999'))).toBe('ticket-not-found')
    const commandId = newId()
    const order = { commandId, reason: 'other', text: '赶回县里的班车' }
    for (const _again of [1, 2])
      expect(
        bodyOf(await special('chuangkou1', 1, second.number.toLowerCase(), order)),
      ).toMatchObject({ number: second.number, windowId: 1, status: 'called' })
    expect(codeOf(await special('chuangkou4', 2, second.number))).toBe('ticket-called-elsewhere')
    expect(codeOf(await special('chuangkou1', 1, first.number))).toBe('ticket-in-hand')
    bodyOf(await on('chuangkou1', second.ticketId, 'finish'))
    expect(codeOf(await special('chuangkou1', 1, second.number))).toBe('ticket-not-found')

    expect((await history(second.ticketId)).events).toMatchObject([
      { actName: '取号' },
      { actName: '特呼', windowId: 1, text: '其他：赶回县里的班车' },
      { actName: '开始办理' },
      { actName: '办理结束', windowId: 1 },
    ])
    expect((await listed('special=yes')).rows.map(({ number }) => number)).toEqual([second.number])
    const log = await server.send('dating', 'GET', '/api/hall/log?act=TicketSpeciallyCalled')
    expect(bodyOf<{ rows: object[] }>(log).rows).toMatchObject([{ number: second.number }])
    const overview = await server.send('dating', 'GET', '/api/hall/overview')
    expect(bodyOf<Overview>(overview).specialToday).toBe(1)
    // Who was passed over is next all the same.
    expect(await called('chuangkou4', 2)).toMatchObject({ number: first.number })
    bodyOf(await on('chuangkou4', first.ticketId, 'finish'))
  })

  test('two windows at two servers that call one ticket at once: one has it', async () => {
    for (const _round of [1, 2, 3, 4, 5]) {
      const { ticketId, number } = await taken()
      const asked = { commandId: newId(), number, reason: 'unwell', text: '' }
      const calls = await Promise.all([
        server.send('chuangkou1', 'POST', '/api/hall/windows/1/special-call', asked),
        other.send('chuangkou4', 'POST', '/api/hall/windows/2/special-call', {
          ...asked,
          commandId: newId(),
        }),
      ])
      expect(calls.map(({ statusCode }) => statusCode).toSorted((one, two) => one - two)).toEqual([
        200, 409,
      ])
      const { windowId } = await standing(ticketId)
      bodyOf(await on(windowId === 1 ? 'chuangkou1' : 'chuangkou4', ticketId, 'finish'))
    }
  })

  test('goes to no window that could not have called it in its turn', async () => {
    const { accounts } = bodyOf<{ accounts: { accountId: string; username: string }[] }>(
      await server.send('ducha', 'GET', '/api/accounts'),
    )
    const sixth = accounts.find(({ username }) => username === 'chuangkou6')
    const url = `/api/accounts/${sixth?.accountId}/training`
    bodyOf(await server.send('ducha', 'PUT', url, { passed: ['etiquette', 'education'] }))
    bodyOf(await at('chuangkou6', 3, 'sign-on'))
    const culture = await taken({ itemId: 'aba-36' })
    expect(codeOf(await special('chuangkou6', 3, culture.number))).toBe('window-not-trained')
    const target = { queue: 'A', windowId: 3, reason: '错开高峰' }
    expect(codeOf(await on('dating', culture.ticketId, 'transfer', target))).toBe(
      'transfer-target-faulty',
    )
    bodyOf(await at('chuangkou4', 2, 'pause', { reason: 'meal', text: '' }))
    expect(codeOf(await special('dating', 2, culture.number))).toBe('window-paused')
    bodyOf(await at('chuangkou4', 2, 'resume'))
    // The manager calls for a window, and its clerk has the ticket.
    bodyOf(await special('dating', 2, culture.number))
    bodyOf(await on('chuangkou4', culture.ticketId, 'finish'))
    expect((await special('jiaoyuju.fuze', 2, culture.number)).statusCode).toBe(403)
  })
})

test('the manager moves who waits, is called or on hold: the time stays, and it is next there', async () => {
  const early = await taken()
  pass(0.5)
  const late = await taken({ priorityReason: 'elder' })
  const move = { queue: 'A', windowId: 2, reason: '错开高峰' }
  expect(codeOf(await on('chuangkou1', early.ticketId, 'transfer', move))).toBe('manager-only')
  bodyOf(await on('dating', early.ticketId, 'transfer', move))
  expect(codeOf(await special('chuangkou1', 1, early.number))).toBe('ticket-for-window')
  expect(await called('chuangkou1', 1)).toMatchObject({ number: late.number })
  expect(await called('chuangkou4', 2)).toMatchObject({
    number: early.number,
    takenAt: early.takenAt,
  })
  // Called there, and moved on to the other queue's head.
  bodyOf(await on('dating', early.ticketId, 'transfer', { ...move, windowId: null }))
  expect(await called('chuangkou4', 2)).toMatchObject({ number: early.number })
  bodyOf(await on('chuangkou4', early.ticketId, 'start'))
  expect(codeOf(await on('dating', early.ticketId, 'transfer', move))).toBe('foreign-window')
  bodyOf(await on('chuangkou4', early.ticketId, 'hold', { reason: '去复印材料' }))
  bodyOf(await on('dating', early.ticketId, 'void', { reason: '持票人已离开' }))
  bodyOf(await on('chuangkou1', late.ticketId, 'finish'))
  const [voided] = (await listed(`status=void&number=${early.number}`)).rows
  expect(voided).toMatchObject({ voidCause: '大厅管理员作废', possible: [] })
})

test('all tickets of a day, page by page, found by number, state and window; past days too', async () => {
  const whole = await listed('size=100')
  expect(whole.rows).toHaveLength(whole.count)
  const pages: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Listed = await listed(`size=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
    pages.push(...page.rows.map(({ ticketId }) => ticketId))
    cursor = page.next
  }
  expect(pages).toEqual(whole.rows.map(({ ticketId }) => ticketId))
  // A cursor that nobody was given begins anew, and breaks nothing.
  const made = '2026-99-99T99:99:99Z~ffffffff-ffff-ffff-ffff-ffffffffffff'
  expect((await listed(`size=3&cursor=${made}`)).rows).toHaveLength(3)
  const atTwo = await listed('windowId=2&status=finished')
  expect(atTwo.rows.length).toBeGreaterThan(0)
  expect(atTwo.rows.every(({ windowId, clerkName }) => windowId === 2 && clerkName)).toBe(true)
  expect((await listed('number=p')).rows.map(({ number }) => number)).toEqual(['P001'])
  pass(24 * 60)
  expect((await listed()).rows).toEqual([])
  expect((await listed('day=2026-03-02')).count).toBe(whole.count)
  pass(-24 * 60)
})

test('a bad grade at the counter without an application is followed up like any other', async () => {
  const evaluator = await paired('evaluator', 1)
  const { ticketId, number } = await taken()
  bodyOf(await special('chuangkou1', 1, number))
  bodyOf(await on('chuangkou1', ticketId, 'finish'))
  const rating = { commandId: newId(), ticketId, grade: 1 }
  for (const _again of [1, 2]) bodyOf(await evaluator.send('POST', '/api/hall/evaluation', rating))
  const work = async (state = 'open') =>
    bodyOf<{ rows: ServiceFollowUp[]; open: number }>(
      await server.send('ducha', 'GET', `/api/hall/follow-ups?state=${state}`),
    )
  const counted = async () =>
    bodyOf<Counts>(await server.send('ducha', 'GET', '/api/worklists')).counts.find(
      ({ list }) => list === 'to-follow-up',
    )?.count
  expect(await work()).toMatchObject({
    open: 1,
    rows: [{ number, gradeName: '非常不满意', windowId: 1, dueOn: '2026-03-03', light: 'amber' }],
  })
  expect(await counted()).toBe(1)
  const say = async (username: string, over: object) =>
    await server.send(username, 'POST', `/api/hall/follow-ups/${ticketId}`, {
      commandId: newId(),
      expectedCalls: 0,
      outcome: 'hard',
      text: '向窗口核实，正在改',
      ...over,
    })
  for (const nobody of ['dating', 'chuangkou1'])
    expect((await say(nobody, {})).statusCode).toBe(403)
  const commandId = newId()
  for (const _again of [1, 2])
    expect(bodyOf(await say('ducha', { commandId }))).toMatchObject({ dueOn: '2026-03-23' })
  expect(codeOf(await say('ducha', {}))).toBe('changed-meanwhile')
  bodyOf(await say('ducha', { expectedCalls: 1, outcome: 'resolved' }))
  expect(codeOf(await say('ducha', { expectedCalls: 2 }))).toBe('follow-up-settled')
  expect([await counted(), (await work()).rows]).toEqual([0, []])
  expect((await work('settled')).rows).toMatchObject([{ number, dueOn: null, calls: [{}, {}] }])
})
