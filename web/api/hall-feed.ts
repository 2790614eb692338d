import type { HallBoard, HallMessage } from '../../contract/hall.ts'

export type HallCall = HallBoard['calls'][number]
/** `lost`: what is shown is as old as `lastNewsAt` says. */
export type HallLine = 'connecting' | 'live' | 'lost'
export type HallNews = {
  readonly board: HallBoard | null
  readonly line: HallLine
  /** Milliseconds since 1970 by the server's clock; null: nothing came yet. */
  readonly lastNewsAt: number | null
}

/** What a screen showed last, and when that was news. */
export type KeptNews = { readonly board: HallBoard; readonly lastNewsAt: number }

/** What is used of an EventSource; tests bring their own. */
export type FeedSource = {
  readonly readyState: number
  readonly close: () => void
  readonly addEventListener: (
    type: 'open' | 'message' | 'error',
    listener: (event: { readonly data?: unknown }) => void,
  ) => void
}
type Means = {
  readonly readBoard: () => Promise<HallBoard>
  readonly openFeed: () => FeedSource
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number
  readonly onNews: (news: HallNews) => void
  /** Shown until the first news, for a page that starts while the server is out of reach. */
  readonly kept?: KeptNews | null
  /** Each call once, also one that a lost line swallowed, if it is not older than a minute. */
  readonly onCall?: (call: HallCall) => void
}

const CLOSED = 2
/** Milliseconds between two readings of the board, however many acts there are. */
const BREATH = 400
/** Without any message the board is read all the same: a dead line may look alive. */
const LOOK = 15_000
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 15_000
/** A call that is older when it is first heard of is no longer said. */
const STALE = 60_000
const CALLS_KEPT = 10

/**
 * Keeps the board as it is: told by the feed, read anew after each message and after each reconnection. A call in a message
 * is shown before the board is read. Answers how to end it.
 */
export function watchHall(means: Means): () => void {
  const { readBoard, openFeed, now, onNews, onCall, kept = null } = means
  let news: HallNews = { board: null, lastNewsAt: null, ...kept, line: 'connecting' }
  let heard: Set<string> | null = null
  let source: FeedSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let next: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT
  let readAt = Number.NEGATIVE_INFINITY
  let isReading = false
  let isOver = false

  const show = (change: Partial<HallNews>) => {
    news = { ...news, ...change }
    onNews(news)
  }
  const tell = (call: HallCall) => {
    if (heard?.has(call.callId)) return
    heard?.add(call.callId)
    if (now() - Date.parse(call.at) < STALE) onCall?.(call)
  }
  const take = (board: HallBoard) => {
    const known = news.board
    const isOlder = known?.day === board.day && known.revision > board.revision
    // What was only kept says nothing against the server's first word.
    if (isOlder && heard !== null) return
    // What was called before this page was opened has been said.
    if (heard === null) heard = new Set(board.calls.map(({ callId }) => callId))
    else for (const call of board.calls.toReversed()) tell(call)
    show({ board, line: 'live', lastNewsAt: now() })
  }
  const read = async () => {
    clearTimeout(next)
    if (isReading) return plan(BREATH)
    isReading = true
    readAt = Date.now()
    try {
      const board = await readBoard()
      if (!isOver) take(board)
    } catch {
      if (!isOver) show({ line: 'lost' })
    }
    isReading = false
    if (!isOver) plan(LOOK)
  }
  const plan = (milliseconds: number) => {
    clearTimeout(next)
    next = setTimeout(() => void read(), milliseconds)
  }
  const onMessage = ({ data }: { readonly data?: unknown }) => {
    const message = messageOf(data)
    if (message === undefined) return
    if (message.call !== null) put(message.call)
    plan(Math.max(0, readAt + BREATH - Date.now()))
  }
  /** A call goes on the screen at once; what else changed comes with the board. */
  const put = (call: HallCall) => {
    const { board } = news
    if (board !== null && !board.calls.some(({ callId }) => callId === call.callId))
      show({ board: withCall(board, call), lastNewsAt: now() })
    tell(call)
  }
  const connect = () => {
    source = openFeed()
    source.addEventListener('open', () => {
      wait = FIRST_WAIT
      void read()
    })
    source.addEventListener('message', onMessage)
    source.addEventListener('error', () => {
      if (isOver) return
      show({ line: 'lost' })
      // The browser reconnects by itself unless the server answered an error.
      if (source?.readyState !== CLOSED) return
      source.close()
      again = setTimeout(connect, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    })
  }
  if (kept !== null) onNews(news)
  connect()
  void read()
  return () => {
    isOver = true
    source?.close()
    clearTimeout(again)
    clearTimeout(next)
  }
}

function messageOf(data: unknown): HallMessage | undefined {
  try {
    return JSON.parse(String(data)) as HallMessage
  } catch {
    return undefined
  }
}

function withCall(board: HallBoard, call: HallCall): HallBoard {
  return {
    ...board,
    calls: [call, ...board.calls].slice(0, CALLS_KEPT),
    windows: board.windows.map((window) =>
      window.windowId === call.windowId
        ? { ...window, number: call.number, calling: true }
        : window,
    ),
  }
}
