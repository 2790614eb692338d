import { expect, test } from 'vitest'
import { NEW_DAY } from '../../domain/queue/queue-day.ts'
import type { TicketEvent } from '../../domain/queue/ticket-events.ts'
import { WAITING_TICKET } from '../../domain/queue/testing/waiting-ticket.ts'
import { effectOf } from './hall-act.ts'

test('what is received while a ticket is on hold belongs to whoever is served meanwhile', () => {
  const events: TicketEvent[] = [
    { type: 'TicketTaken', ticket: WAITING_TICKET },
    { type: 'TicketCalled', at: 10, windowId: 1, clerkId: 'c1' },
    { type: 'ServingStarted', at: 12 },
    { type: 'TicketHeld', at: 20, reason: '去复印材料' },
    { type: 'HeldResumed', at: 50 },
    { type: 'TicketHandedOver', at: 60, clerkId: 'c2' },
    { type: 'ServingFinished', at: 70 },
  ]
  const { visits } = effectOf(
    { head: NEW_DAY, tickets: new Map(), sessions: new Map() },
    events.map((event) => ({ of: 'ticket', ticketId: 't1', event })),
  )
  expect(visits.map(({ clerkId, from, to }) => [clerkId, from, to])).toEqual([
    ['c1', 10, 20],
    ['c1', 50, 60],
    ['c2', 60, 70],
  ])
})
