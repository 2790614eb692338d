export type FairQueue = {
  /** Runs the work when its turn comes: the keys take turns, each in the order in which its work came. */
  readonly run: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>
  /** When nobody waits any more. */
  readonly runLater: (work: () => Promise<unknown>) => void
}

type Start = () => Promise<unknown>

/**
 * A few at once and all in the end: whoever signs in from an address of their own never stands behind a whole hall, or
 * behind somebody who tries passwords. Who waits holds no memory to speak of and no connection.
 */
export function createFairQueue(atOnce: number): FairQueue {
  const waiting = new Map<string, Start[]>()
  const later: Start[] = []
  let running = 0

  function next(): void {
    while (running < atOnce) {
      const start = taken() ?? later.shift()
      if (start === undefined) return
      running += 1
      void start().finally(() => {
        running -= 1
        next()
      })
    }
  }

  /** The first of the key that waited longest for a turn; the key goes to the end. */
  function taken(): Start | undefined {
    for (const [key, starts] of waiting) {
      const first = starts.shift()
      waiting.delete(key)
      if (starts.length > 0) waiting.set(key, starts)
      return first
    }
    return undefined
  }

  return {
    run: async (key, work) =>
      await new Promise((resolve, reject) => {
        const start = () => work().then(resolve, reject)
        const same = waiting.get(key)
        if (same === undefined) waiting.set(key, [start])
        else same.push(start)
        next()
      }),
    runLater: (work) => {
      later.push(() => work().catch(() => undefined))
      next()
    },
  }
}
