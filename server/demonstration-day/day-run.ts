import type { DayClock } from './day-clock.ts'
import type { Visitor } from './day-script.ts'
import type { Entrance, HallPlaces } from './day-places.ts'
import type { HallClient } from './hall-client.ts'

/** What everybody of the day shares. */
export type DayRun = {
  readonly client: HallClient
  readonly clock: DayClock
  readonly enter: Entrance
  readonly places: HallPlaces
  readonly signal: AbortSignal
  /** Real milliseconds between two signs of life of a window. */
  readonly beatEveryMs: number
  /** 00:00 in China, milliseconds since 1970. */
  readonly midnight: number
  /** By ticket: who holds it. */
  readonly holders: Map<string, Visitor>
  readonly tally: Tally
}

export type Tally = {
  came: number
  booked: number
  refused: number
  served: number
  passed: number
  transferred: number
  held: number
  rated: number
  /** Tickets in nobody's hand yet, so that windows know when the day is over. */
  open: number
}

export const MINUTE_MS = 60_000

export function momentAt({ midnight }: DayRun, minute: number): number {
  return midnight + minute * MINUTE_MS
}

export function minuteNow({ clock, midnight }: DayRun): number {
  return (clock.now() - midnight) / MINUTE_MS
}

/** So many minutes of the day. */
export async function pass({ clock, signal }: DayRun, minutes: number): Promise<void> {
  await clock.until(clock.now() + minutes * MINUTE_MS, signal)
}
