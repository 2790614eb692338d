import type { OfflineTicketAct, OfflineTicketTaken } from '../../contract/offline.ts'
import { nextNumber } from '../../domain/queue/queue-day.ts'
import type { TicketEvent } from '../../domain/queue/ticket-events.ts'
import { prefixOf, type Ticket } from '../../domain/queue/ticket.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { HallDecision, HallFact } from './hall-act.ts'
import type { HallState } from './hall-state.ts'
import type { HallStore } from './hall-store.ts'

type Refused = { readonly code: string; readonly sentence: string }
type Taken = OfflineTicketTaken & { readonly number: string | null }

const KIOSK = { accountId: null, name: '自助机（离线）' }

/**
 * A ticket that a kiosk gave while the server was out of reach joins the queue with its real time. The hour and the live
 * ticket of a person are not asked: the paper is in somebody's hand. Of a day that is over nothing waits any more.
 */
export async function mergeTakenTicket(
  store: HallStore,
  regionCode: number,
  taken: Taken,
): Promise<{ readonly ok: true; readonly number: string } | ({ readonly ok: false } & Refused)> {
  const { ticketId, takenAt } = taken
  const command = { commandId: taken.entryId, name: 'merge-take', subject: ticketId, by: KIOSK }
  const day = localDateOf(takenAt as Instant)
  if ((await store.look(regionCode)).day !== day)
    return taken.number === null ? ENDED_DAY : { ok: true, number: taken.number }
  const acted = await store.act(regionCode, command, (state) => takeFacts(state, taken))
  if (!acted.ok) return { ok: false, ...refusedWith(acted.violation) }
  const number = acted.tickets.find((one) => one.ticketId === ticketId)?.number
  return number === undefined ? ENDED_DAY : { ok: true, number }
}

const ENDED_DAY = {
  ok: false,
  code: 'offline-day-over',
  sentence: '这张号票没有编号，取号的日子已经过去，不再排队。',
} as const

function takeFacts(state: HallState, taken: Taken): HallDecision {
  const { ticketId, queue, priorityReason, itemId } = taken
  const priority = priorityReason === null ? 'ordinary' : 'priority'
  const next = taken.number === null ? nextNumber(state.head, prefixOf(queue, priority)) : null
  const ticket: Ticket = {
    ticketId,
    number: taken.number ?? next?.number ?? '',
    queue,
    priority,
    priorityReason,
    takenAt: Date.parse(taken.takenAt),
    slotAt: null,
    itemId: itemId || null,
    personHash: null,
    misses: 0,
    offline: true,
    status: 'waiting',
    band: 'line',
    afterCall: 0,
    forWindow: null,
  }
  const facts: HallFact[] = [{ of: 'ticket', ticketId, event: { type: 'TicketTaken', ticket } }]
  return { ok: true, facts, ...(next === null ? {} : { head: next.day }) }
}

/** What a window did with a number by word of mouth: the same facts as at the server, at their real times. */
export async function mergeTicketAct(
  store: HallStore,
  session: Session,
  act: OfflineTicketAct,
): Promise<Refused | null> {
  const { regionCode, actor } = session
  // The queue of a day that is over has been closed: the journal's line is its record.
  if ((await store.look(regionCode)).day !== localDateOf(act.takenAt as Instant)) return null
  const by = { accountId: actor.accountId, name: actor.name }
  const command = { commandId: act.entryId, name: act.kind, subject: act.number, by }
  const acted = await store.act(regionCode, command, (state) =>
    actFacts(state, act, actor.accountId),
  )
  return acted.ok ? null : refusedWith(acted.violation)
}

function actFacts(state: HallState, act: OfflineTicketAct, clerkId: string): HallDecision {
  const ticket = [...state.tickets.values()].find(({ number }) => number === act.number)
  if (ticket === undefined)
    return refuse(
      'ticket-not-found',
      `没有 ${act.number} 号，或者已经办结。自助机恢复联网后会自动再试。`,
    )
  const events = eventsOf(ticket, act, clerkId)
  if (events === null)
    return refuse(
      'ticket-not-found',
      `${act.number} 号不在 ${act.windowId} 号窗口，可能已由其他窗口叫过，请核对后说明。`,
    )
  const { ticketId } = ticket
  return { ok: true, facts: events.map((event) => ({ of: 'ticket', ticketId, event })) }
}

/** Null: the ticket stands where this could not have happened. */
function eventsOf(
  ticket: Ticket,
  { kind, windowId, takenAt }: OfflineTicketAct,
  clerkId: string,
): readonly TicketEvent[] | null {
  const at = Date.parse(takenAt)
  if (kind === 'ticket-called')
    return ticket.status === 'waiting' ? [{ type: 'TicketCalled', at, windowId, clerkId }] : null
  const isHere =
    (ticket.status === 'called' || ticket.status === 'serving') && ticket.windowId === windowId
  if (!isHere) return null
  if (kind === 'ticket-passed') return [{ type: 'TicketPassed', at }]
  return ticket.status === 'called'
    ? [
        { type: 'ServingStarted', at: ticket.calledAt },
        { type: 'ServingFinished', at },
      ]
    : [{ type: 'ServingFinished', at }]
}

function refusedWith(violation: { readonly code: string }): Refused {
  const sentence = 'sentence' in violation ? String(violation.sentence) : '大厅没有接受这条记录。'
  return { code: violation.code, sentence }
}
