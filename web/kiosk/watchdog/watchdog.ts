/** Milliseconds. */
const LOOK = 20_000
const FIRST_WAIT = 2_000
const LONGEST_WAIT = 60_000
/** One lost answer is a hiccup; two are a server or a line that is gone. */
const MISSES = 2
const FALL_WAIT = 5_000

export type WatchState = 'well' | 'no-line' | 'broken'
type Means = {
  /** Rejects when nobody answers. */
  readonly probe: () => Promise<unknown>
  readonly onState: (state: WatchState) => void
  /** Begins the kiosk anew. */
  readonly reload: () => void
  /** Falls of the page in the last minutes, this one counted: each wait is longer than the last. */
  readonly countFall: () => number
}
export type Watchdog = {
  /** The page made an error: it says so, and begins anew after a while. */
  readonly fall: () => void
  readonly close: () => void
}

/** Milliseconds before the next attempt after so many that failed. */
export function backOff(failures: number, first = FIRST_WAIT): number {
  return Math.min(first * 2 ** Math.max(0, failures - 1), LONGEST_WAIT)
}

/** A kiosk that nobody stands beside: it sees when it is cut off or broken, says so, and comes back by itself. */
export function createWatchdog({ probe, onState, reload, countFall }: Means): Watchdog {
  let state: WatchState = 'well'
  let misses = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const show = (next: WatchState) => {
    if (next !== state) onState(next)
    state = next
  }
  const look = async () => {
    const isThere = await probe().then(
      () => true,
      () => false,
    )
    if (isOver || state === 'broken') return
    misses = isThere ? 0 : misses + 1
    if (misses >= MISSES) show('no-line')
    else if (isThere && state === 'no-line') return end()
    timer = setTimeout(() => void look(), misses === 0 ? LOOK : backOff(misses))
  }
  const end = () => {
    isOver = true
    clearTimeout(timer)
    reload()
  }
  void look()
  return {
    fall: () => {
      if (isOver || state === 'broken') return
      clearTimeout(timer)
      show('broken')
      timer = setTimeout(end, backOff(countFall(), FALL_WAIT))
    },
    close: () => {
      isOver = true
      clearTimeout(timer)
    },
  }
}
