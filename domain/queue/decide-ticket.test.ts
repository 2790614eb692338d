import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ActingOn, decideTicket, type TicketOrder } from './decide-ticket.ts'
import { evolveTicket } from './evolve-ticket.ts'
import { queueSentenceOf } from './queue-violation.ts'
import { TICKET_ACTS, type TicketAct } from './ticket-acts.ts'
import type { TicketEvent } from './ticket-events.ts'
import type { Ticket } from './ticket.ts'
import { WAITING_TICKET } from './testing/waiting-ticket.ts'

const MINUTE = 60_000
const CLERK: ActingOn = {
  now: 0,
  windowId: 2,
  as: 'clerk',
  inHand: null,
  silent: false,
  calls: 7,
  faultOfTarget: () => null,
}
const orderOf = (act: TicketAct): TicketOrder => {
  switch (act) {
    case 'transfer':
      return { act, queue: 'D', windowId: null, reason: '领件' }
    case 'hold':
    case 'return':
    case 'void':
      return { act, reason: '材料待补' }
    case 'recall':
    case 'pass':
    case 'start':
    case 'finish':
    case 'resume':
      return { act }
  }
}
const called = (ticket: Ticket, at: number, windowId = 2): Ticket =>
  evolveTicket(ticket, { type: 'TicketCalled', at, windowId, clerkId: 'c1' })

function after(ticket: Ticket, act: TicketAct, acting: Partial<ActingOn> = {}): Ticket {
  const decided = decideTicket(ticket, orderOf(act), { ...CLERK, ...acting })
  if (!decided.ok) throw new Error(queueSentenceOf(decided.violation))
  return decided.events.reduce<Ticket>(evolveTicket, ticket)
}
function refusal(ticket: Ticket, act: TicketAct, acting: Partial<ActingOn> = {}) {
  const decided = decideTicket(ticket, orderOf(act), { ...CLERK, ...acting })
  return decided.ok ? null : decided.violation
}

test('whatever is ordered, in whatever order, a ticket keeps its number and time, and a refusal is told in Chinese', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          act: fc.constantFrom<TicketAct | 'call'>(...TICKET_ACTS, 'call'),
          windowId: fc.constantFrom(1, 2, null),
          as: fc.constantFrom<ActingOn['as']>('clerk', 'manager', 'holder'),
          silent: fc.boolean(),
          later: fc.integer({ min: 0, max: 40 }),
        }),
        { maxLength: 30 },
      ),
      (orders) => {
        let ticket: Ticket = WAITING_TICKET
        let now = 0
        for (const { act, later, ...acting } of orders) {
          now += later * MINUTE
          if (act === 'call') {
            if (ticket.status === 'waiting') ticket = called(ticket, now)
            continue
          }
          const decided = decideTicket(ticket, orderOf(act), { ...CLERK, ...acting, now })
          if (decided.ok) ticket = decided.events.reduce<Ticket>(evolveTicket, ticket)
          else expect(queueSentenceOf(decided.violation)).toMatch(/^\p{Script=Han}|^\d.*。$/u)
          expect(ticket).toMatchObject({ number: 'A012', takenAt: 0 })
          expect(ticket.misses).toBeLessThanOrEqual(2)
        }
      },
    ),
  )
})

describe('a call', () => {
  test('is called out three times, twenty seconds apart', () => {
    const first = called(WAITING_TICKET, 0)
    expect(refusal(first, 'recall', { now: 12_000 })).toEqual({
      code: 'recall-too-soon',
      seconds: 8,
    })
    const second = after(first, 'recall', { now: 20_000 })
    const third = after(second, 'recall', { now: 40_000 })
    expect(third).toMatchObject({ calls: 3 })
    expect(refusal(third, 'recall', { now: 90_000 })).toEqual({ code: 'called-three-times' })
  })

  test('missed once may be answered within thirty minutes, behind three others; missed twice it is void', () => {
    const passed = after(called(WAITING_TICKET, 0), 'pass', { now: MINUTE })
    expect(refusal(passed, 'return', { now: 32 * MINUTE })).toEqual({ code: 'returned-too-late' })
    const back = after(passed, 'return', { now: 31 * MINUTE })
    expect(back).toMatchObject({ status: 'waiting', band: 'line', afterCall: 10 })
    const again = after(called(back, 40 * MINUTE), 'pass', { now: 41 * MINUTE })
    expect(again).toMatchObject({ status: 'void', cause: 'missed-twice' })
  })

  test('whose start was never pressed counts as begun when it was last called out', () => {
    const finished = after(called(WAITING_TICKET, 0), 'finish', { now: 9 * MINUTE })
    expect(finished).toMatchObject({ status: 'finished', startedAt: 0, finishedAt: 9 * MINUTE })
  })
})

describe('a ticket at a window', () => {
  const serving = after(called(WAITING_TICKET, 0), 'start', { now: MINUTE })

  test.each(['finish', 'transfer', 'hold'] as const)('is not for others to %s', (act) => {
    expect(refusal(serving, act, { windowId: 3 })).toEqual({ code: 'foreign-window', windowId: 2 })
  })

  test('transferred keeps its time and goes to the head of the other queue', () => {
    expect(after(serving, 'transfer')).toMatchObject({
      status: 'waiting',
      queue: 'D',
      band: 'head',
      takenAt: 0,
    })
  })

  test('held and taken up again is the same service; not while another is in hand', () => {
    const held = after(serving, 'hold', { now: 5 * MINUTE })
    expect(refusal(held, 'resume', { inHand: 'A013' })).toEqual({
      code: 'ticket-in-hand',
      number: 'A013',
    })
    expect(after(held, 'resume')).toMatchObject({ status: 'serving', startedAt: MINUTE })
  })

  test('goes back to the head when the window fell silent, by a colleague; else by the manager alone', () => {
    const colleague = { windowId: 3 }
    expect(refusal(serving, 'return', colleague)).toEqual({
      code: 'window-not-silent',
      windowId: 2,
    })
    const back = after(serving, 'return', { ...colleague, silent: true })
    expect(back).toMatchObject({ status: 'waiting', band: 'head', takenAt: 0 })
    expect(after(serving, 'return', { windowId: null, as: 'manager' }).status).toBe('waiting')
  })
})

test('a fact that the state cannot have is a bug, and told as one', () => {
  const event: TicketEvent = { type: 'ServingFinished', at: 0 }
  expect(() => evolveTicket(WAITING_TICKET, event)).toThrow(
    'ServingFinished of a ticket that is waiting',
  )
})
