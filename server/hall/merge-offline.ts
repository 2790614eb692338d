import type { OfflineTicketAct, OfflineTicketTaken } from '../../contract/offline.ts'
import { nextNumber } from '../../domain/queue/queue-day.ts'
import type { TicketEvent } from '../../domain/queue/ticket-events.ts'
import { prefixOf, type PriorityClass, type Ticket } from '../../domain/queue/ticket.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { Database } from '../database/connect.ts'
import { refuse } from '../http/refusal.ts'
import type { Session } from '../http/session.ts'
import type { HallCommand, HallDecision, HallFact } from './hall-act.ts'
import type { HallState } from './hall-state.ts'
import type { HallStore } from './hall-store.ts'
import { findPastTicket, isRecorded, type PastDay, recordPastFacts } from './past-ticket.ts'

type Refused = { readonly code: string; readonly sentence: string }
type Taken = OfflineTicketTaken & { readonly number: string | null }

const KIOSK = { accountId: null, name: '自助机（离线）' }

export type LateHall = {
  readonly db: Database
  readonly clock: (regionCode: number) => Instant
  readonly store: HallStore
}

/**
 * A ticket that a kiosk gave while the server was out of reach joins the queue with its real time. The hour and the live
 * ticket of a person are not asked: the paper is in somebody's hand. Of a day that is over nothing waits any more: the
 * ticket is kept, for a window may have served it.
 */
export async function mergeTakenTicket(
  { db, clock, store }: LateHall,
  regionCode: number,
  taken: Taken,
): Promise<{ readonly ok: true; readonly number: string } | ({ readonly ok: false } & Refused)> {
  const { ticketId, takenAt } = taken
  const command = { commandId: taken.entryId, name: 'merge-take', subject: ticketId, by: KIOSK }
  const day = localDateOf(takenAt as Instant)
  if ((await store.look(regionCode)).day !== day) {
    const { number } = taken
    if (number === null) return ENDED_DAY
    const past = { regionCode, day, now: clock(regionCode) }
    const ticket = offlineTicket(taken, number)
    await recordPastFacts(db, past, command, undefined, [{ type: 'TicketTaken', ticket }])
    return { ok: true, number }
  }
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
  const { ticketId, queue } = taken
  const next =
    taken.number === null ? nextNumber(state.head, prefixOf(queue, classOf(taken))) : null
  const ticket = offlineTicket(taken, taken.number ?? next?.number ?? '')
  const facts: HallFact[] = [{ of: 'ticket', ticketId, event: { type: 'TicketTaken', ticket } }]
  return { ok: true, facts, ...(next === null ? {} : { head: next.day }) }
}

function classOf({ priorityReason }: Taken): PriorityClass {
  return priorityReason === null ? 'ordinary' : 'priority'
}

function offlineTicket(taken: Taken, number: string): Ticket {
  const { ticketId, queue, priorityReason, itemId } = taken
  return {
    ticketId,
    number,
    queue,
    priority: classOf(taken),
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
}

/** What a window did with a number by word of mouth: the same facts as at the server, at their real times. */
export async function mergeTicketAct(
  late: LateHall,
  session: Session,
  act: OfflineTicketAct,
): Promise<Refused | null> {
  const { store } = late
  const { regionCode, actor } = session
  const by = { accountId: actor.accountId, name: actor.name }
  const command = { commandId: act.entryId, name: act.kind, subject: act.number, by }
  const day = localDateOf(act.takenAt as Instant)
  if ((await store.look(regionCode)).day !== day)
    return await mergePastAct(late, { regionCode, day, now: late.clock(regionCode) }, command, act)
  const acted = await store.act(regionCode, command, (state) =>
    actFacts(state, act, actor.accountId),
  )
  return acted.ok ? null : refusedWith(acted.violation)
}

/** The queue of that day is closed, but what a window did with a number belongs to it all the same. */
async function mergePastAct(
  { db }: LateHall,
  past: PastDay,
  command: HallCommand,
  act: OfflineTicketAct,
): Promise<Refused | null> {
  if (await isRecorded(db, past.regionCode, command.commandId)) return null
  const ticket = await findPastTicket(db, past, act.number)
  if (ticket === undefined) return { code: 'ticket-not-found', sentence: noSuch(act) }
  const [first, ...more] = eventsOf(ticket, act, command.by.accountId ?? '') ?? []
  if (first === undefined) return { code: 'ticket-not-found', sentence: notThere(act) }
  await recordPastFacts(db, past, command, ticket, [first, ...more])
  return null
}

const noSuch = ({ number }: OfflineTicketAct) =>
  `没有 ${number} 号，或者已经办结。自助机恢复联网后会自动再试。`
const notThere = ({ number, windowId }: OfflineTicketAct) =>
  `${number} 号不在 ${windowId} 号窗口，可能已由其他窗口叫过，请核对后说明。`

function actFacts(state: HallState, act: OfflineTicketAct, clerkId: string): HallDecision {
  const ticket = [...state.tickets.values()].find(({ number }) => number === act.number)
  if (ticket === undefined) return refuse('ticket-not-found', noSuch(act))
  const events = eventsOf(ticket, act, clerkId)
  if (events === null) return refuse('ticket-not-found', notThere(act))
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
