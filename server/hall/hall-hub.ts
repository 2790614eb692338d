import type { ServerResponse } from 'node:http'
import type { HallMessage } from '../../contract/hall.ts'
import type { LastCall } from '../../domain/queue/queue-day.ts'
import { callView } from './call-view.ts'
import type { HallState } from './hall-state.ts'

/** Listeners of this server, and from one address: a hall's screens and a phone in every hand. */
const MOST = 500
const MOST_AN_ADDRESS = 200
const HEARTBEAT_MS = 15_000
/** Milliseconds in which changes without a call are told once: in a rush of tickets each would be told to every screen. */
const TOGETHER_MS = 100
/** Bytes a reader may fall behind before it is let go; it reads the board when it is back. */
const SLOW_READER = 64 * 1024

export type HallFeedHub = {
  /** Tells everybody what changed; calls not told yet come with it. */
  readonly tell: (state: HallState) => void
  /** False: there are too many. Begins at the state as it is: calls until then stand on the board. */
  readonly join: (stream: ServerResponse, address: string, state: HallState) => boolean
  readonly listeners: () => number
  readonly close: () => void
}

type Told = { readonly day: string; readonly calls: ReadonlySet<string> }

/** The hall's feed for screens: a call is told at once after the commit, in the message itself; other changes soon. */
export function createHallHub(): HallFeedHub {
  const streams = new Map<ServerResponse, string>()
  let told: Told = { day: '', calls: new Set() }
  let revisionToTell = 0
  let soon: NodeJS.Timeout | undefined
  const heart = setInterval(() => {
    for (const stream of streams.keys()) send(stream, ': beat\n\n')
  }, HEARTBEAT_MS)
  heart.unref()

  function send(stream: ServerResponse, text: string): void {
    if (stream.destroyed || stream.writableEnded) return
    stream.write(text)
    if (stream.writableLength > SLOW_READER) stream.destroy()
  }

  function tellAll(calls: readonly (LastCall | null)[]): void {
    clearTimeout(soon)
    soon = undefined
    const text = calls
      .map((call) =>
        messageOf({ revision: revisionToTell, call: call === null ? null : callView(call) }),
      )
      .join('')
    for (const stream of streams.keys()) send(stream, text)
  }

  return {
    tell: ({ day, revision, head }) => {
      const fresh = head.lastCalls.filter(({ callId }) => !told.calls.has(callId))
      told = toldBy({ day, head })
      revisionToTell = revision
      if (fresh.length === 0) {
        soon ??= setTimeout(() => tellAll([null]), TOGETHER_MS)
        return
      }
      tellAll(fresh.toReversed())
    },
    join: (stream, address, state) => {
      // What was called before this server began is told to nobody as new.
      if (told.day !== state.day) told = toldBy(state)
      if (streams.size >= MOST) return false
      let same = 0
      for (const other of streams.values()) if (other === address) same += 1
      if (same >= MOST_AN_ADDRESS) return false
      streams.set(stream, address)
      stream.once('close', () => streams.delete(stream))
      return true
    },
    listeners: () => streams.size,
    close: () => {
      clearInterval(heart)
      clearTimeout(soon)
      for (const stream of streams.keys()) stream.end()
      streams.clear()
    },
  }
}

function toldBy({ day, head }: Pick<HallState, 'day' | 'head'>): Told {
  return { day, calls: new Set(head.lastCalls.map(({ callId }) => callId)) }
}

function messageOf(message: HallMessage): string {
  return `data: ${JSON.stringify(message)}\n\n`
}
