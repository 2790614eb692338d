import { expect, test } from 'vitest'
import { windowFor } from './dispatch.ts'
import { decideTake, type QueueNow, type TicketWish } from './take-ticket.ts'
import type { Ticket } from './ticket.ts'

const MINUTE = 60_000
const WISH: TicketWish = {
  ticketId: 't1',
  queue: 'A',
  priorityReason: null,
  slotAt: null,
  itemId: null,
  personHash: 'p1',
}
const QUEUE: QueueNow = {
  now: 0,
  closedBecause: null,
  open: true,
  windows: 3,
  onDuty: 3,
  averageMinutes: 15,
  waiting: 0,
  minutesLeft: 60,
}

function taken(wish: Partial<TicketWish> = {}, queue: Partial<QueueNow> = {}, own: Ticket[] = []) {
  const decided = decideTake({ ...WISH, ...wish }, { ...QUEUE, ...queue }, own)
  if (!decided.ok) return decided.violation
  const [give] = decided.events
  const event = give?.make('X001')
  return {
    prefix: give?.prefix,
    voided: give?.voided,
    ...(event?.type === 'TicketTaken' && event.ticket),
  }
}

test('no more tickets when those who wait fill the time left, but what was booked is kept', () => {
  // Three windows, a quarter of an hour each: twelve people an hour.
  expect(taken({}, { waiting: 12 })).toMatchObject({ prefix: 'A' })
  expect(taken({}, { waiting: 13 })).toEqual({ code: 'ticket-stopped' })
  expect(taken({ slotAt: 0 }, { waiting: 13 })).toMatchObject({ prefix: 'Y', priority: 'booked' })
})

test('a closed hall, a closed queue and a queue that nobody serves give none', () => {
  expect(taken({}, { closedBecause: '今天是元旦' })).toMatchObject({ code: 'hall-closed' })
  expect(taken({}, { open: false })).toEqual({ code: 'queue-closed' })
  expect(taken({}, { windows: 0 })).toEqual({ code: 'queue-not-served' })
})

test('who comes too late for what was booked is ordinary; the letter tells the class', () => {
  expect(taken({ slotAt: 0 }, { now: 16 * MINUTE })).toMatchObject({
    prefix: 'A',
    priority: 'ordinary',
    slotAt: null,
  })
  expect(taken({ priorityReason: 'elder' })).toMatchObject({ prefix: 'P', priority: 'priority' })
})

test('one live ticket a person and queue; a passed one that is too old hinders nobody', () => {
  const live = taken() as Ticket
  expect(taken({ ticketId: 't2' }, {}, [live])).toEqual({
    code: 'ticket-already-live',
    number: 'X001',
  })
  expect(taken({ ticketId: 't2', queue: 'D' }, {}, [live])).toMatchObject({ prefix: 'D' })
  const passed: Ticket = { ...live, status: 'passed', passedAt: 0, windowId: 1 }
  const old = taken({ ticketId: 't2' }, { now: 31 * MINUTE }, [passed])
  expect(old).toMatchObject({ prefix: 'A', voided: [passed] })
})

test('of the free windows the least loaded takes the ticket, and only a trained clerk what is bound to an item', () => {
  const window = (windowId: number, load: number, trained: boolean) => ({
    windowId,
    queues: ['A'] as const,
    load,
    freeSince: 0,
    isTrainedFor: () => trained,
  })
  const free = [window(1, 90, true), window(2, 30, false), window(3, 60, true)]
  expect(windowFor({ queue: 'A', itemId: null }, free)?.windowId).toBe(2)
  expect(windowFor({ queue: 'A', itemId: 'aba-36' }, free)?.windowId).toBe(3)
  expect(windowFor({ queue: 'D', itemId: null }, free)).toBeUndefined()
})
