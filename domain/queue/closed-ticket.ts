import type { Ticket } from './ticket.ts'

/** What a closed ticket remembers of how it stood: `close_hall_days` adds to the state and takes nothing away. */
type Remembered = Ticket & {
  readonly calledAt?: number
  readonly startedAt?: number
  readonly heldAt?: number
  readonly passedAt?: number
}

/** The day ended before the ticket did: what it was is kept, for what was done without the server may still come. */
export function closedWithDay(ticket: Ticket, at: number): Ticket {
  if (ticket.status === 'finished' || ticket.status === 'void') return ticket
  const closed = { ...ticket, status: 'void', voidedAt: at, cause: 'day-closed' } as const
  return closed
}

/** As it stood when its day was closed; any other ticket as it is. */
export function beforeClosing(ticket: Ticket): Ticket {
  if (ticket.status !== 'void' || ticket.cause !== 'day-closed') return ticket
  const { voidedAt: _, cause: __, ...kept } = ticket as Remembered & typeof ticket
  return { ...kept, status: statusOf(kept) } as Ticket
}

function statusOf({ calledAt, startedAt, heldAt, passedAt }: Partial<Remembered>) {
  if (passedAt !== undefined) return 'passed'
  if (heldAt !== undefined) return 'held'
  if (startedAt !== undefined) return 'serving'
  return calledAt === undefined ? 'waiting' : 'called'
}
