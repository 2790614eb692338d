import { useCallback, useEffect, useRef, useState } from 'react'
import type { HallBoard } from '../../contract/hall.ts'
import type { HallCall } from '../api/hall-feed.ts'
import { createAnnouncer, type Announcer } from './voice/announcer.ts'
import { createHallVoice, type HallVoice, type VoiceKind } from './voice/hall-voice.ts'

/** How often the screen asks itself whether it may sound. */
const LOOK = 1_000

/** The hall's voice for one screen. `look` is told each board: who has come is called no more. */
export function useAnnouncements(): {
  readonly hear: (call: HallCall) => void
  readonly look: (board: HallBoard | null) => void
  readonly voice: VoiceKind
  readonly wake: () => void
} {
  const board = useRef<HallBoard | null>(null)
  const parts = useRef<{ voice: HallVoice; announcer: Announcer } | null>(null)
  const [kind, setKind] = useState<VoiceKind>('muted')
  useEffect(() => {
    const voice = createHallVoice()
    const announcer = createAnnouncer({
      say: voice.say,
      isStillCalled: (call) => isCalling(board.current, call),
      now: () => performance.now(),
    })
    parts.current = { voice, announcer }
    const timer = setInterval(() => setKind(voice.kind()), LOOK)
    return () => {
      clearInterval(timer)
      announcer.close()
      parts.current = null
    }
  }, [])
  const hear = useCallback((call: HallCall) => parts.current?.announcer.hear(call), [])
  const look = useCallback((news: HallBoard | null) => void (board.current = news), [])
  const wake = useCallback(() => {
    const voice = parts.current?.voice
    void voice?.wake().then(() => setKind(voice.kind()))
  }, [])
  return { hear, look, voice: kind, wake }
}

/** The number is called at that window, and nobody has come. */
export function isCalling(
  board: HallBoard | null,
  { number, windowId }: Pick<HallCall, 'number' | 'windowId'>,
): boolean {
  return (
    board?.windows.some(
      (window) => window.windowId === windowId && window.number === number && window.calling,
    ) ?? false
  )
}
