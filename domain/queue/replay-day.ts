import { afterCall, nextTicket } from './call-order.ts'
import { mayCall, windowFor } from './dispatch.ts'
import { countCall, NEW_DAY, type QueueDay, recentOf } from './queue-day.ts'
import type { PriorityClass, QueueCode, WaitingTicket } from './ticket.ts'

/** One ticket of a recorded day, without its person. Times in milliseconds since 1970, lengths in milliseconds. */
export type RecordedArrival = {
  readonly ticketId: string
  readonly queue: QueueCode
  readonly priority: PriorityClass
  readonly itemId: string | null
  readonly takenAt: number
  readonly slotAt: number | null
  /** Null: called in vain, or gone before. */
  readonly serviceMs: number | null
}

export type OpenSpan = { readonly from: number; readonly to: number }

export type PlannedWindow = {
  readonly windowId: number
  readonly queues: readonly QueueCode[]
  /** In order. After the last one the window goes on until nobody who holds a ticket waits. */
  readonly open: readonly OpenSpan[]
  /** Items whose course its clerk has; absent: all. */
  readonly items?: readonly string[]
}

/** `as-now`: the rule of the hall; `first-come`: no booking and no priority goes before anybody. */
export type ReplayRule = 'as-now' | 'first-come'

export type Replay = {
  /** Waits of everybody served, in milliseconds, in the order in which they came. */
  readonly waits: readonly number[]
  /** Who came and was never called: no window serves the queue or knows the item. */
  readonly unserved: number
  /** Share of the opening time, 0 to 1, in which windows had somebody. */
  readonly utilisation: number
  readonly longestQueue: number
  /** Milliseconds after the last closing until the last one was served; 0: in time. */
  readonly overtimeMs: number
}

/** Three callings-out, twenty seconds apart, of somebody who is not there. */
const CALLED_IN_VAIN_MS = 60_000

type Running = {
  readonly window: PlannedWindow
  busyUntil: number
  worked: number
}

/**
 * The day again with other windows, skills or rules: the same people come at the same moments and take as long, and the
 * hall's own code of order and dispatch decides who is called where. The same input gives the same day.
 */
export function replayDay(
  arrivals: readonly RecordedArrival[],
  windows: readonly PlannedWindow[],
  rule: ReplayRule = 'as-now',
): Replay {
  const people = arrivals.toSorted(
    (one, other) => one.takenAt - other.takenAt || (one.ticketId < other.ticketId ? -1 : 1),
  )
  const byId = new Map(people.map((person) => [person.ticketId, person]))
  const running: Running[] = windows.map((window) => ({ window, busyUntil: 0, worked: 0 }))
  const waited = new Map<string, number>()
  let waiting: readonly WaitingTicket[] = []
  let day = NEW_DAY
  let longestQueue = 0
  let coming = 0
  for (let now = nextMoment(people[0]?.takenAt, running, -1); now !== undefined; ) {
    for (; (people[coming]?.takenAt ?? Number.POSITIVE_INFINITY) <= now; coming += 1) {
      const person = people[coming]
      if (person !== undefined) waiting = [...waiting, waitingTicketOf(person, rule)]
    }
    for (;;) {
      const call = callAt(waiting, running, day, now)
      if (call === undefined) break
      waiting = afterCall(waiting, call.ticket)
      day = countCall(day, call.ticket, now)
      const person = byId.get(call.ticket.ticketId)
      const takes = person?.serviceMs ?? CALLED_IN_VAIN_MS
      call.at.busyUntil = now + takes
      call.at.worked += takes
      if (person?.serviceMs != null) waited.set(person.ticketId, now - person.takenAt)
    }
    longestQueue = Math.max(longestQueue, waiting.length)
    now = nextMoment(people[coming]?.takenAt, waiting.length > 0 ? running : [], now)
  }
  const openMs = windows.reduce((sum, { open }) => sum + lengthOf(open), 0)
  const worked = running.reduce((sum, one) => sum + one.worked, 0)
  const closing = Math.max(0, ...windows.map(({ open }) => open.at(-1)?.to ?? 0))
  const last = Math.max(0, ...running.map(({ busyUntil }) => busyUntil))
  return {
    waits: people.flatMap(({ ticketId }) => waited.get(ticketId) ?? []),
    unserved: waiting.length,
    utilisation: openMs === 0 ? 0 : worked / openMs,
    longestQueue,
    overtimeMs: Math.max(0, last - closing),
  }
}

/** Who is called now and where, by the hall's own rules; undefined: no window is free for anybody who waits. */
function callAt(
  waiting: readonly WaitingTicket[],
  running: readonly Running[],
  day: QueueDay,
  now: number,
): { readonly ticket: WaitingTicket; readonly at: Running } | undefined {
  const free = running
    .filter(({ window, busyUntil }) => busyUntil <= now && isCalling(window, now))
    .map((one) => ({
      windowId: one.window.windowId,
      queues: one.window.queues,
      load: one.worked / 60_000,
      freeSince: one.busyUntil,
      isTrainedFor: (itemId: string) => one.window.items?.includes(itemId) ?? true,
      at: one,
    }))
  for (const window of free) {
    const callable = waiting.filter((ticket) => mayCall(window, ticket))
    const ticket = nextTicket(callable, recentOf(day, window.queues), now)
    const best = ticket && windowFor(ticket, free)
    if (ticket !== undefined && best !== undefined) return { ticket, at: best.at }
  }
  return undefined
}

/** Open, or past its last closing with people still holding tickets. */
function isCalling({ open }: PlannedWindow, now: number): boolean {
  const last = open.at(-1)
  if (last === undefined) return false
  return now >= last.to || open.some(({ from, to }) => now >= from && now < to)
}

/** When something can change next: somebody comes, a window is free again, a window opens. */
function nextMoment(
  nextArrival: number | undefined,
  running: readonly Running[],
  now: number,
): number | undefined {
  const moments = [
    ...(nextArrival === undefined ? [] : [nextArrival]),
    ...running.flatMap(({ window, busyUntil }) => [
      busyUntil,
      ...window.open.flatMap(({ from, to }) => [from, to]),
    ]),
  ].filter((moment) => moment > now)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

function waitingTicketOf(person: RecordedArrival, rule: ReplayRule): WaitingTicket {
  const { ticketId, queue, priority, itemId, takenAt, slotAt } = person
  const isPlain = rule === 'first-come'
  return {
    ticketId,
    queue,
    priority: isPlain ? 'ordinary' : priority,
    takenAt,
    slotAt: isPlain ? null : slotAt,
    itemId,
    band: 'line',
    letPass: 0,
  }
}

function lengthOf(open: readonly OpenSpan[]): number {
  return open.reduce((sum, { from, to }) => sum + (to - from), 0)
}
