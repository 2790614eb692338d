import type { Database } from '../database/connect.ts'
import { readFeed, type FeedRow } from '../event-log/read-feed.ts'

export type Listener = {
  /**
   * Rows in order; a row may come twice after a reconnect, none is left out. Every listener is given the same array and
   * the same rows: what one makes of them serves all.
   */
  deliver(rows: readonly FeedRow[]): void
  beat(): void
  end(): void
  /** A session of this account ended, somewhere: whoever listens by it ends. */
  recheck?(accountId: string): void
}

/** One region's feed while somebody listens. */
export type LiveChannel = {
  readonly listeners: Set<Listener>
  /** Up to where everything was delivered. */
  readonly cursor: () => string
  /** Something was committed: look soon. */
  readonly hint: () => void
  readonly close: () => void
}

export const PAGE = 500
/** Milliseconds between two reads: commits meanwhile share the next. */
const LEAST_PAUSE_MS = 25
const LONGEST_PAUSE_MS = 120
const LISTENERS_A_MS = 8
// A commit is hidden while an older transaction still runs: that takes milliseconds, the next poll half a second.
const LOOKS_AGAIN = 5

/** Reads what is new every `pollMs` and soon after a hint, at once when it was quiet, and delivers it to all. */
export function openChannel(
  db: Database,
  regionCode: number,
  start: string,
  pollMs: number,
): LiveChannel {
  const listeners = new Set<Listener>()
  let cursor = start
  let reading = false
  let readAt = Number.NEGATIVE_INFINITY
  let looksLeft = 0
  let soon: ReturnType<typeof setTimeout> | undefined
  let closed = false
  const timer = setInterval(() => void read(), pollMs)
  timer.unref()

  function lookSoon(): void {
    if (closed || soon !== undefined) return
    const pause = Math.min(LONGEST_PAUSE_MS, LEAST_PAUSE_MS + listeners.size / LISTENERS_A_MS)
    const left = readAt + pause - performance.now()
    if (left <= 0 && !reading) {
      void read()
      return
    }
    soon = setTimeout(
      () => {
        soon = undefined
        void read()
      },
      Math.max(left, 1),
    )
    soon.unref()
  }

  /** One read at a time; whoever asks meanwhile is served by the next. */
  async function read(): Promise<void> {
    if (closed) return
    if (reading) {
      lookSoon()
      return
    }
    reading = true
    readAt = performance.now()
    let found = 0
    try {
      const page = await readFeed(db, regionCode, cursor, PAGE)
      found = page.rows.length
      cursor = page.cursor
      if (found > 0) for (const listener of listeners) listener.deliver(page.rows)
    } catch {
      // The database is away: the next poll asks again from the same cursor.
    } finally {
      reading = false
    }
    looksLeft = found > 0 ? 0 : looksLeft - 1
    if (found === PAGE || looksLeft > 0) lookSoon()
  }

  return {
    listeners,
    cursor: () => cursor,
    hint: () => {
      looksLeft = LOOKS_AGAIN
      lookSoon()
    },
    close: () => {
      closed = true
      clearInterval(timer)
      clearTimeout(soon)
    },
  }
}
