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

/** The day as it stands at a moment of the replay. */
type Played = {
  readonly people: readonly RecordedArrival[]
  readonly byId: ReadonlyMap<string, RecordedArrival>
  readonly running: readonly Running[]
  readonly waited: Map<string, number>
  waiting: readonly WaitingTicket[]
  day: QueueDay
  /** People who have come so far. */
  come: number
  longestQueue: number
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
  const played: Played = {
    people,
    byId: new Map(people.map((person) => [person.ticketId, person])),
    running: windows.map((window) => ({ window, busyUntil: 0, worked: 0 })),
    waited: new Map(),
    waiting: [],
    day: NEW_DAY,
    come: 0,
    longestQueue: 0,
  }
  for (let now = nextMoment(played, -1); now !== undefined; now = nextMoment(played, now)) {
    admit(played, rule, now)
    callEverybody(played, now)
    played.longestQueue = Math.max(played.longestQueue, played.waiting.length)
  }
  return resultOf(played, windows)
}

/** Whoever has come by now waits. */
function admit(played: Played, rule: ReplayRule, now: number): void {
  for (;;) {
    const person = played.people[played.come]
    if (person === undefined || person.takenAt > now) return
    played.waiting = [...played.waiting, waitingTicketOf(person, rule)]
    played.come += 1
  }
}

/** As many are called as windows can take. */
function callEverybody(played: Played, now: number): void {
  for (;;) {
    const call = callAt(played, now)
    if (call === undefined) return
    const { ticket, at } = call
    played.waiting = afterCall(played.waiting, ticket)
    played.day = countCall(played.day, ticket, now)
    const serviceMs = played.byId.get(ticket.ticketId)?.serviceMs ?? null
    const takes = serviceMs ?? CALLED_IN_VAIN_MS
    at.busyUntil = now + takes
    at.worked += takes
    if (serviceMs !== null) played.waited.set(ticket.ticketId, now - ticket.takenAt)
  }
}

function resultOf(
  { people, running, waited, waiting, longestQueue }: Played,
  windows: readonly PlannedWindow[],
): Replay {
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
  { waiting, running, day }: Played,
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
function nextMoment({ people, come, waiting, running }: Played, now: number): number | undefined {
  const arrival = people[come]?.takenAt
  const ofWindows = waiting.length === 0 ? [] : running.flatMap(momentsOf)
  const moments = [...(arrival === undefined ? [] : [arrival]), ...ofWindows].filter(
    (moment) => moment > now,
  )
  return moments.length === 0 ? undefined : Math.min(...moments)
}

function momentsOf({ window, busyUntil }: Running): number[] {
  return [busyUntil, ...window.open.flatMap(({ from, to }) => [from, to])]
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
