import { setTimeout as wait } from 'node:timers/promises'

/** Longest real milliseconds between two looks at the clock, so that a jump wakes everybody. */
const LOOK_MS = 40

/** The time of the demonstration day: faster than the real one, and moved forward where nothing happens. */
export type DayClock = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly speed: number
  /** Forward only. */
  readonly skipTo: (at: number) => void
  /** From now on as fast as the real time. */
  readonly slowDown: () => void
  readonly until: (at: number, signal: AbortSignal) => Promise<void>
}

export function createDayClock(start: number, speed: number): DayClock {
  let base = start
  let since = performance.now()
  let factor = speed
  const now = () => base + (performance.now() - since) * factor
  const from = (at: number) => {
    base = at
    since = performance.now()
  }
  return {
    now,
    speed,
    skipTo: (at) => {
      if (at > now()) from(at)
    },
    slowDown: () => {
      from(now())
      factor = 1
    },
    until: async (at, signal) => {
      for (let left = at - now(); left > 0 && !signal.aborted; left = at - now())
        await wait(Math.min(LOOK_MS, Math.max(1, left / factor)))
    },
  }
}
