import { createHmac } from 'node:crypto'
import { decideTake } from '../../domain/queue/take-ticket.ts'
import { nextNumber } from '../../domain/queue/queue-day.ts'
import { queueSentenceOf, type QueueViolation } from '../../domain/queue/queue-violation.ts'
import type { PriorityReason, QueueCode, Ticket } from '../../domain/queue/ticket.ts'
import { type AnyViolation, refuse } from '../http/refusal.ts'
import type { Author, HallDecision, HallFact } from './hall-act.ts'
import type { HallContext } from './hall-context.ts'
import type { HallState } from './hall-state.ts'
import { queueNow } from './queues-now.ts'

/** What a ticket is asked for with; `identity` is any name of a person that stays the same: a document's number, an account. */
export type GiveTicket = {
  readonly ticketId: string
  readonly queue: QueueCode
  readonly priorityReason: PriorityReason | null
  /** Start of the booked half-hour, milliseconds; null: nothing booked. */
  readonly slotAt: number | null
  readonly itemId: string | null
  readonly identity: string | null
}

export type Given =
  | { readonly ok: true; readonly ticket: Ticket }
  | { readonly ok: false; readonly violation: AnyViolation }

export const refusedByQueue = (violation: QueueViolation) =>
  refuse(violation.code, queueSentenceOf(violation))

/** One act: the rules on the queue as it is, the next number, the ticket. Asked again with the same id it is the same ticket. */
export async function giveTicket(
  { store, reference, onTaken }: Pick<HallContext, 'store' | 'reference' | 'onTaken'>,
  regionCode: number,
  wish: GiveTicket,
  by: Author,
): Promise<Given> {
  const { ticketId, itemId } = wish
  if (itemId !== null && reference.findItem(itemId) === undefined)
    return refuse('unknown-item', '没有这个事项，请从事项清单中选择，或者不选事项。')
  const command = { commandId: ticketId, name: 'take', subject: ticketId, by }
  const acted = await store.act(regionCode, command, (state, now) =>
    decide(state, now, wish, reference),
  )
  if (!acted.ok) return acted
  const ticket = acted.tickets.find((one) => one.ticketId === ticketId)
  if (ticket === undefined) throw new Error('A ticket that was given is not there')
  if (acted.done) onTaken?.(regionCode, ticket)
  return { ok: true, ticket }
}

function decide(
  state: HallState,
  now: number,
  { identity, ...wish }: GiveTicket,
  { calendar }: HallContext['reference'],
): HallDecision {
  const queue = queueNow(state, wish.queue, calendar, now)
  if (queue === undefined) return refusedByQueue({ code: 'queue-not-served' })
  const personHash = identity === null ? null : hashOfPerson(state.salt, identity)
  const own =
    personHash === null
      ? []
      : [...state.tickets.values()].filter((ticket) => ticket.personHash === personHash)
  const decided = decideTake({ ...wish, personHash }, queue, own)
  if (!decided.ok) return refusedByQueue(decided.violation)
  const [give] = decided.events
  if (give === undefined) throw new Error('A ticket to give is missing')
  const { number, day: head } = nextNumber(state.head, give.prefix)
  const voided = give.voided.map(({ ticketId }): HallFact => ({
    of: 'ticket',
    ticketId,
    event: { type: 'TicketVoided', at: now, cause: 'returned-late', reason: '' },
  }))
  const taken: HallFact = { of: 'ticket', ticketId: wish.ticketId, event: give.make(number) }
  return { ok: true, facts: [...voided, taken], head }
}

/** The day's own secret goes at its close: then nobody can say whose it was, not even with the number at hand. */
function hashOfPerson(salt: string, identity: string): string {
  const written = identity.replaceAll(/\s/g, '').toUpperCase()
  return createHmac('sha256', salt).update(written).digest('hex')
}
