import type { Ticket } from '../ticket.ts'

/** An ordinary ticket that waits in queue A since the beginning of time. */
export const WAITING_TICKET = {
  ticketId: 't1',
  number: 'A012',
  queue: 'A',
  priority: 'ordinary',
  priorityReason: null,
  takenAt: 0,
  slotAt: null,
  itemId: null,
  personHash: null,
  misses: 0,
  status: 'waiting',
  band: 'line',
  afterCall: 0,
  forWindow: null,
} as const satisfies Ticket
