import type { PriorityClass, WaitingTicket } from './ticket.ts'

const MINUTE = 60_000

/** Domain brief §8.2–8.3. The notice gives none of these numbers: 待业主确认. */
export const ORDER_NUMBERS = {
  /** Booked and priority tickets called in a row before an ordinary one that waits. */
  boostedInARow: 2,
  /** Minutes before and after the start of a booked half-hour in which arriving counts as booked. */
  bookedFrom: -15,
  bookedUntil: 15,
  /** Tickets that one who missed the call lets pass after coming back. */
  returnedLetsPass: 3,
  /** Minutes within which a passed ticket may come back, once. */
  returnWithin: 30,
} as const

/** The rule below as the waiting read it. */
export const ORDER_RULE =
  '叫号次序：转办回来的先叫；预约到点（约定时段开始前后 15 分钟内到场）和优先的其次，二者轮流，连叫 2 张后，有普通号在等的必叫 1 张普通号；同类按取号先后。预约迟到的按普通号排。过号 30 分钟内可以返回一次，让过 3 张后再叫。（数字待业主确认）'

/** Came in time for what was booked; who comes later waits like everybody. Times in milliseconds. */
export function isInTime(slotAt: number, takenAt: number): boolean {
  return takenAt <= slotAt + ORDER_NUMBERS.bookedUntil * MINUTE
}

/** The class that counts now: a booking counts from a quarter of an hour before its start, and only for who came in time. */
export function classNow(
  { priority, slotAt, takenAt }: Pick<WaitingTicket, 'priority' | 'slotAt' | 'takenAt'>,
  now: number,
): PriorityClass {
  if (priority !== 'booked') return priority
  if (slotAt === null || now < slotAt + ORDER_NUMBERS.bookedFrom * MINUTE) return 'ordinary'
  return isInTime(slotAt, takenAt) ? 'booked' : 'ordinary'
}

/** The first of each lane; who is called is always one of these. */
type Lane = 'head' | PriorityClass | 'returned'
type Heads = Record<Lane, WaitingTicket | undefined>
const LANES = ['head', 'booked', 'priority', 'ordinary', 'returned'] as const satisfies Lane[]
const NOBODY: Heads = {
  head: undefined,
  booked: undefined,
  priority: undefined,
  ordinary: undefined,
  returned: undefined,
}

function laneOf(ticket: WaitingTicket, now: number): Lane {
  if (ticket.band === 'head') return 'head'
  return ticket.letPass > 0 ? 'returned' : classNow(ticket, now)
}

/** Within a lane: the fewer to let pass, the earlier the booked time, the earlier taken; the id settles a tie. */
function goesBefore(one: WaitingTicket, other: WaitingTicket, lane: Lane): boolean {
  if (lane === 'returned' && one.letPass !== other.letPass) return one.letPass < other.letPass
  if (lane === 'booked' && one.slotAt !== other.slotAt)
    return (one.slotAt ?? 0) < (other.slotAt ?? 0)
  if (one.takenAt !== other.takenAt) return one.takenAt < other.takenAt
  return one.ticketId < other.ticketId
}

function choose(heads: Heads, recent: readonly PriorityClass[]): WaitingTicket | undefined {
  const { head, booked, priority, ordinary, returned } = heads
  if (head !== undefined) return head
  const boosted =
    booked !== undefined && priority !== undefined && recent.at(-1) === 'booked'
      ? priority
      : (booked ?? priority)
  const row = recent.slice(-ORDER_NUMBERS.boostedInARow)
  const isOrdinarysTurn = row.length === ORDER_NUMBERS.boostedInARow && !row.includes('ordinary')
  if (ordinary !== undefined && (boosted === undefined || isOrdinarysTurn)) return ordinary
  return boosted ?? returned
}

/**
 * Who is called next: head band, then weighted interleaving of classes, each by time. `recent`: `classNow` of the last calls,
 * oldest first. A ticket that came back waits until its number to let pass is 0, or until nobody else waits. One pass over
 * the waiting, nothing but its arguments.
 */
export function nextTicket(
  waiting: readonly WaitingTicket[],
  recent: readonly PriorityClass[],
  now: number,
): WaitingTicket | undefined {
  const heads: Heads = { ...NOBODY }
  for (const ticket of waiting) {
    const lane = laneOf(ticket, now)
    const first = heads[lane]
    if (first === undefined || goesBefore(ticket, first, lane)) heads[lane] = ticket
  }
  return choose(heads, recent)
}

/** The waiting after a call: the called one is gone, and whoever lets tickets of that queue pass lets one less pass. */
export function afterCall(
  waiting: readonly WaitingTicket[],
  called: WaitingTicket,
): readonly WaitingTicket[] {
  return waiting
    .filter(({ ticketId }) => ticketId !== called.ticketId)
    .map((ticket) =>
      ticket.letPass > 0 && ticket.queue === called.queue
        ? { ...ticket, letPass: ticket.letPass - 1 }
        : ticket,
    )
}

/** The order in which everybody would be called if nobody else came and all calls were made now. */
export function callOrder(
  waiting: readonly WaitingTicket[],
  recent: readonly PriorityClass[],
  now: number,
): readonly WaitingTicket[] {
  const lanes: Record<Lane, WaitingTicket[]> = {
    head: [],
    booked: [],
    priority: [],
    ordinary: [],
    returned: [],
  }
  // Last first, so that the next is taken off the end.
  const join = (ticket: WaitingTicket) => lanes[laneOf(ticket, now)].push(ticket)
  const sort = (lane: Lane) =>
    lanes[lane].sort((one, other) => (goesBefore(one, other, lane) ? 1 : -1))
  waiting.forEach(join)
  LANES.forEach(sort)
  const order: WaitingTicket[] = []
  const last = [...recent]
  for (;;) {
    const heads = { ...NOBODY }
    for (const lane of LANES) heads[lane] = lanes[lane].at(-1)
    const called = choose(heads, last)
    if (called === undefined) return order
    lanes[laneOf(called, now)].pop()
    order.push(called)
    last.push(classNow(called, now))
    const returned = lanes.returned.splice(0)
    for (const ticket of afterCall(returned, called)) {
      join(ticket)
      sort(laneOf(ticket, now))
    }
  }
}
