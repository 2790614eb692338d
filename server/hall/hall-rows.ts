import type { WindowSession } from '../../domain/hall/window-session.ts'
import { isLive, type Ticket } from '../../domain/queue/ticket.ts'
import type { HallCommand, LogLine, VisitSpan } from './hall-act.ts'

/** Facts of an application for which its holder came to the window. */
export const VISIT_EVENTS = [
  'ApplicationReceived',
  'CorrectionSupplied',
  'ToleratedMaterialsSupplied',
  'ResultDelivered',
  'ApplicationWithdrawn',
]

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Rows as `record_hall_acts` reads them: a ticket that frees its person's place goes before the one that takes it. */
export function ticketRows(tickets: ReadonlyMap<string, Ticket>) {
  return [...tickets.values()]
    .toSorted((one, other) => Number(isLive(one)) - Number(isLive(other)))
    .map((ticket) => ({
      ticket_id: ticket.ticketId,
      number: ticket.number,
      queue: ticket.queue,
      priority: ticket.priority,
      status: ticket.status,
      person_hash: ticket.personHash,
      item_id: ticket.itemId,
      taken_at: instant(ticket.takenAt),
      slot_at: instant(ticket.slotAt),
      called_at: instant('calledAt' in ticket ? ticket.calledAt : null),
      started_at: instant('startedAt' in ticket ? ticket.startedAt : null),
      finished_at: instant(ticket.status === 'finished' ? ticket.finishedAt : null),
      window_id: 'windowId' in ticket ? ticket.windowId : null,
      clerk_id: 'clerkId' in ticket ? ticket.clerkId : null,
      offline: ticket.offline === true,
      state: ticket,
    }))
}

export function windowRows(windows: ReadonlyMap<number, WindowSession | null>) {
  return [...windows].map(([window_id, session]) => ({
    window_id,
    clerk_id: session?.clerkId ?? null,
    seen_at: instant(session?.seenAt ?? 0),
    state: session,
  }))
}

export function eventRows(
  log: readonly LogLine[],
  { commandId, name: command, subject, by }: HallCommand,
) {
  return log.map(({ at, act, ticketId, windowId, text }, seq) => ({
    command_id: commandId,
    seq,
    ticket_id: ticketId,
    at: instant(at),
    act,
    window_id: windowId,
    account_id: by.accountId,
    person_name: by.name,
    detail: { command, subject, text },
  }))
}

export function visitRows(visits: readonly VisitSpan[]) {
  return visits.map(({ ticketId, clerkId, windowId, from, to, until = to }) => ({
    ticket_id: ticketId,
    clerk_id: clerkId,
    window_id: windowId,
    from_at: instant(from),
    to_at: instant(to),
    until: instant(until),
    types: VISIT_EVENTS,
  }))
}
