import type { Database } from '../database/connect.ts'
import { levels } from '../database/observe.ts'
import { newestCursor, readFeed, type FeedRow } from '../event-log/read-feed.ts'

const POLL_MS = 500
const HEARTBEAT_MS = 15_000
const PAGE = 500
// A page that was away for longer than this reads its lists anew anyway.
const CATCH_UP_PAGES = 10

export type Listener = {
  /** Rows in order; a row may come twice after a reconnect, none is left out. */
  deliver(rows: readonly FeedRow[]): void
  beat(): void
  end(): void
}

export type LiveHub = {
  /** Something was committed in the region: look now instead of at the next poll. */
  hint(regionCode: number): void
  /** Answers the cursor the listener begins at and how to stop. */
  listen(
    regionCode: number,
    after: string | undefined,
    listener: Listener,
  ): Promise<{ readonly cursor: string; readonly stop: () => void }>
  /** Ends every listener. */
  close(): void
}

type Channel = {
  cursor: string
  readonly listeners: Set<Listener>
  readonly timer: ReturnType<typeof setInterval>
  reading: boolean
  hinted: boolean
}

/** The event log as a live feed: one poll a region while anyone listens, shared by all, woken by hints. */
export function createLiveHub(
  db: Database,
  { pollMs = POLL_MS, heartbeatMs = HEARTBEAT_MS } = {},
): LiveHub {
  const channels = new Map<number, Promise<Channel>>()
  const open = new Map<number, Channel>()
  let closed = false
  const heart = setInterval(() => {
    for (const { listeners } of open.values()) for (const listener of listeners) listener.beat()
  }, heartbeatMs)
  heart.unref()

  /** Joins the region's channel; the last listener may have closed it while it was looked up. */
  async function join(regionCode: number, listener: Listener): Promise<Channel> {
    for (;;) {
      let opening = channels.get(regionCode)
      if (!opening) {
        opening = openChannel(regionCode)
        channels.set(regionCode, opening)
        opening.catch(() => channels.delete(regionCode))
      }
      const channel = await opening
      if (open.get(regionCode) !== channel && !closed) continue
      channel.listeners.add(listener)
      levels['live-listeners'] += 1
      return channel
    }
  }

  async function openChannel(regionCode: number): Promise<Channel> {
    const cursor = await newestCursor(db, regionCode)
    const timer = setInterval(() => void poll(regionCode), pollMs)
    timer.unref()
    if (closed) clearInterval(timer)
    const channel = { cursor, listeners: new Set<Listener>(), timer, reading: false, hinted: false }
    open.set(regionCode, channel)
    return channel
  }

  async function poll(regionCode: number): Promise<void> {
    const channel = open.get(regionCode)
    if (!channel) return
    channel.hinted = true
    if (channel.reading) return
    channel.reading = true
    try {
      while (channel.hinted) {
        channel.hinted = false
        const { rows, cursor } = await readFeed(db, regionCode, channel.cursor, PAGE)
        channel.cursor = cursor
        if (rows.length === PAGE) channel.hinted = true
        if (rows.length > 0) for (const listener of channel.listeners) listener.deliver(rows)
      }
    } catch {
      // The database is away: the next poll asks again from the same cursor.
    } finally {
      channel.reading = false
    }
  }

  function leave(regionCode: number, channel: Channel, listener: Listener): void {
    if (channel.listeners.delete(listener)) levels['live-listeners'] -= 1
    if (channel.listeners.size > 0 || open.get(regionCode) !== channel) return
    clearInterval(channel.timer)
    open.delete(regionCode)
    channels.delete(regionCode)
  }

  return {
    hint: (regionCode) => void poll(regionCode),
    async listen(regionCode, after, listener) {
      const held: FeedRow[][] = []
      let live = after === undefined
      // Joins before it catches up: what comes meanwhile is held, so that no row falls between.
      const member: Listener = {
        ...listener,
        deliver: (rows) => (live ? listener.deliver(rows) : void held.push([...rows])),
      }
      const channel = await join(regionCode, member)
      const stop = () => leave(regionCode, channel, member)
      if (closed) listener.end()
      if (after === undefined) return { cursor: channel.cursor, stop }
      try {
        await catchUp(db, regionCode, after, listener)
      } catch (error) {
        stop()
        throw error
      }
      live = true
      for (const rows of held) listener.deliver(rows)
      return { cursor: channel.cursor, stop }
    },
    close() {
      closed = true
      clearInterval(heart)
      for (const [regionCode, { listeners, timer }] of open) {
        clearInterval(timer)
        open.delete(regionCode)
        channels.delete(regionCode)
        for (const listener of listeners) listener.end()
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
