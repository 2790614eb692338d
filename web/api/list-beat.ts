const SHORTEST = 200
export const LONGEST_BEAT = 10_000
const JITTER = 0.25

export type ListBeat = {
  /** Milliseconds to wait before lists are read anew, for something that moved at `now`. */
  readonly waitAt: (now: number) => number
}

/**
 * How soon a screen reads its lists anew. In a quiet hall at once; while others' acts go on coming each pause is twice the
 * last, to ten seconds, so that a thousand screens do not ask for their lists at every act of every colleague. Uneven, so
 * that they do not ask all at the same moment. `random`: 0–1.
 */
export function createListBeat(random: () => number = Math.random): ListBeat {
  let pause = 0
  let readAt = Number.NEGATIVE_INFINITY
  return {
    waitAt: (now) => {
      const isQuiet = now - readAt > 2 * pause
      pause = isQuiet ? SHORTEST : Math.min(pause * 2, LONGEST_BEAT)
      const wait = isQuiet ? pause : pause * (1 - JITTER + 2 * JITTER * random())
      readAt = now + wait
      return wait
    },
  }
}
