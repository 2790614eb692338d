import type { Database } from '../database/connect.ts'
import { levels } from '../database/observe.ts'
import { newestCursor, readFeed, type FeedRow } from '../event-log/read-feed.ts'
import { type Listener, type LiveChannel, openChannel, PAGE } from './live-channel.ts'

const POLL_MS = 500
const HEARTBEAT_MS = 15_000
// A page that was away for longer than this reads its lists anew anyway.
const CATCH_UP_PAGES = 10

export type LiveHub = {
  /** Something was committed in the region: look soon instead of at the next poll. */
  hint(regionCode: number): void
  /** A session of the account ended, here or at another server. */
  recheck(accountId: string): void
  /** Answers the cursor the listener begins at and how to stop. */
  listen(
    regionCode: number,
    after: string | undefined,
    listener: Listener,
  ): Promise<{ readonly cursor: string; readonly stop: () => void }>
  /** Ends every listener. */
  close(): void
}

/** The event log as a live feed: one poll a region while anyone listens, shared by all, woken by hints. */
export function createLiveHub(
  db: Database,
  { pollMs = POLL_MS, heartbeatMs = HEARTBEAT_MS } = {},
): LiveHub {
  const opening = new Map<number, Promise<LiveChannel>>()
  const open = new Map<number, LiveChannel>()
  let closed = false
  const heart = setInterval(() => {
    for (const { listeners } of open.values()) for (const listener of listeners) listener.beat()
  }, heartbeatMs)
  heart.unref()

  /** Joins the region's channel; the last listener may have closed it while it was looked up. */
  async function join(regionCode: number, listener: Listener): Promise<LiveChannel> {
    for (;;) {
      let coming = opening.get(regionCode)
      if (!coming) {
        coming = begin(regionCode)
        opening.set(regionCode, coming)
        coming.catch(() => opening.delete(regionCode))
      }
      const channel = await coming
      if (open.get(regionCode) !== channel && !closed) continue
      channel.listeners.add(listener)
      levels['live-listeners'] += 1
      return channel
    }
  }

  async function begin(regionCode: number): Promise<LiveChannel> {
    const channel = openChannel(db, regionCode, await newestCursor(db, regionCode), pollMs)
    if (closed) channel.close()
    open.set(regionCode, channel)
    return channel
  }

  function leave(regionCode: number, channel: LiveChannel, listener: Listener): void {
    if (channel.listeners.delete(listener)) levels['live-listeners'] -= 1
    if (channel.listeners.size > 0 || open.get(regionCode) !== channel) return
    channel.close()
    open.delete(regionCode)
    opening.delete(regionCode)
  }

  return {
    hint: (regionCode) => open.get(regionCode)?.hint(),
    recheck: (accountId) => {
      for (const { listeners } of open.values())
        for (const listener of listeners) listener.recheck?.(accountId)
    },
    async listen(regionCode, after, listener) {
      const held: (readonly FeedRow[])[] = []
      let live = after === undefined
      // Joins before it catches up: what comes meanwhile is held, so that no row falls between.
      const member: Listener = {
        ...listener,
        deliver: (rows) => (live ? listener.deliver(rows) : void held.push(rows)),
      }
      const channel = await join(regionCode, member)
      const stop = () => leave(regionCode, channel, member)
      if (closed) listener.end()
      if (after === undefined) return { cursor: channel.cursor(), stop }
      try {
        await catchUp(db, regionCode, after, listener)
      } catch (error) {
        stop()
        throw error
      }
      live = true
      for (const rows of held) listener.deliver(rows)
      return { cursor: channel.cursor(), stop }
    },
    close() {
      closed = true
      clearInterval(heart)
      for (const [regionCode, channel] of open) {
        channel.close()
        open.delete(regionCode)
        opening.delete(regionCode)
        for (const listener of channel.listeners) listener.end()
      }
    },
  }
}

async function catchUp(
  db: Database,
  regionCode: number,
  after: string,
  listener: Listener,
): Promise<void> {
  let at = after
  for (let page = 0; page < CATCH_UP_PAGES; page += 1) {
    const { rows, cursor } = await readFeed(db, regionCode, at, PAGE)
    if (rows.length > 0) listener.deliver(rows)
    if (rows.length < PAGE) return
    at = cursor
  }
}
