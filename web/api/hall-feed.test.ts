import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { HallBoard } from '../../contract/hall.ts'
import {
  type FeedSource,
  type HallCall,
  type HallNews,
  type KeptNews,
  watchHall,
} from './hall-feed.ts'
import { keepBoard, keptBoard } from './kept-board.ts'

const START = Date.parse('2026-11-23T02:00:00Z')
const aCall = (callId: string, number: string, secondsAgo = 0): HallCall => ({
  callId,
  number,
  windowId: 2,
  times: 1,
  at: new Date(Date.now() - secondsAgo * 1_000).toISOString(),
})
const aBoard = (revision: number, calls: HallCall[] = []): HallBoard => ({
  revision,
  day: '2026-11-23',
  open: true,
  hours: '',
  hoursConfirmed: true,
  closedBecause: null,
  queues: [],
  windows: [],
  calls,
  orderRule: '',
})

function hall(first = aBoard(1), kept: KeptNews | null = null, gone = false) {
  const listeners = new Map<string, (event: { data?: unknown }) => void>()
  const opened: { readyState: number }[] = []
  const seen: HallNews[] = []
  const said: string[] = []
  const server = { board: first, gone, read: 0 }
  const end = watchHall({
    readBoard: () => {
      server.read += 1
      return server.gone ? Promise.reject(new Error('gone')) : Promise.resolve(server.board)
    },
    openFeed: () => {
      const source = {
        readyState: 0,
        close: () => undefined,
        addEventListener: (type: string, listener: (event: { data?: unknown }) => void) =>
          void listeners.set(type, listener),
      } satisfies FeedSource
      opened.push(source)
      return source
    },
    now: () => Date.now(),
    kept,
    onNews: (news) => void seen.push(news),
    onCall: ({ number }) => void said.push(number),
  })
  const fire = (type: string, message?: unknown) =>
    listeners.get(type)?.({ data: JSON.stringify(message) })
  return { server, seen, said, fire, opened, end, last: () => seen.at(-1) }
}

beforeEach(() => void vi.useFakeTimers({ now: START }))
afterEach(() => void vi.useRealTimers())
const pass = async (milliseconds: number) => await vi.advanceTimersByTimeAsync(milliseconds)

test('a call is shown and said before the board is read, and once, however it arrives', async () => {
  const { server, said, fire, last, end } = hall()
  fire('open')
  await pass(1_000)
  const read = server.read
  const call = aCall('c1', 'A012')
  fire('message', { revision: 2, call })
  expect(last()?.board?.calls[0]?.number).toBe('A012')
  expect(server.read).toBe(read)
  server.board = aBoard(2, [call])
  await pass(1_000)
  expect(server.read).toBe(read + 1)
  expect(said).toEqual(['A012'])
  end()
})

test('what was called before the screen was opened is shown, not said', async () => {
  const { said, last, end } = hall(aBoard(5, [aCall('c1', 'A001', 5)]))
  await pass(100)
  expect(last()?.board?.calls).toHaveLength(1)
  expect(said).toEqual([])
  end()
})

test('a lost line is told, with the time of the last news; what was called meanwhile is said after it is back', async () => {
  const { server, said, fire, seen, last, opened, end } = hall()
  await pass(100)
  server.gone = true
  const source = opened[0]
  if (source) source.readyState = 2
  fire('error')
  expect(last()).toMatchObject({ line: 'lost', lastNewsAt: START })
  await pass(20_000)
  expect(last()).toMatchObject({ line: 'lost', lastNewsAt: START })
  expect(opened.length).toBeGreaterThan(1)
  server.gone = false
  server.board = aBoard(9, [aCall('c3', 'A003', 2), aCall('c2', 'A002', 300)])
  fire('open')
  await pass(100)
  expect(last()?.line).toBe('live')
  expect(said).toEqual(['A003'])
  const before = seen.length
  end()
  server.board = aBoard(10)
  await pass(60_000)
  expect(seen).toHaveLength(before)
})

test('an older board that comes late changes nothing', async () => {
  const { server, fire, last, end } = hall(aBoard(7))
  await pass(1_000)
  server.board = aBoard(6)
  fire('message', { revision: 8, call: null })
  await pass(1_000)
  expect(last()?.board?.revision).toBe(7)
  end()
})

test('a screen that starts without a server shows what it showed last and how old it is, says nothing of it, and takes the first news', async () => {
  const shelf = new Map<string, string>()
  const storage = {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => void shelf.set(key, value),
  }
  keepBoard(storage, { board: aBoard(9, [aCall('a', 'A001', 5)]), lastNewsAt: START - 60_000 })
  expect(keptBoard(storage, '2026-11-24')).toBeNull()
  const { server, said, last, end } = hall(aBoard(3), keptBoard(storage, '2026-11-23'), true)
  await pass(500)
  expect(last()).toMatchObject({ line: 'lost', lastNewsAt: START - 60_000, board: { revision: 9 } })
  server.gone = false
  await pass(16_000)
  expect(last()).toMatchObject({ line: 'live', board: { revision: 3 } })
  expect(said).toEqual([])
  end()
  shelf.set('yichuang-hall-board', '{"board":{},"lastNewsAt":1}')
  expect(keptBoard(storage, '2026-11-23')).toBeNull()
})
