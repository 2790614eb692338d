import { useEffect, useRef, useState } from 'react'
import { kioskBridge } from '../printing/kiosk-bridge.ts'

/** Milliseconds: a person types slower than a reader. */
const PAUSE = 200
const LEAST = 8

/**
 * Codes read by whatever the kiosk has: a scan gun of the device program, or one that types like a keyboard and presses Enter.
 * Answers how many letters have come of one that is being read.
 */
export function useScanned(onCode: (code: string) => void): number {
  const [length, setLength] = useState(0)
  const tell = useRef(onCode)
  useEffect(() => {
    tell.current = onCode
  })
  useEffect(() => {
    let text = ''
    let at = 0
    let stop: (() => void) | undefined
    let isOver = false
    void kioskBridge().then((bridge) => {
      if (!isOver) stop = bridge?.on('scan-gun', 'scanned', ({ code }) => tell.current(code))
    })
    const read = (event: KeyboardEvent) => {
      const now = performance.now()
      if (now - at > PAUSE) text = ''
      at = now
      if (event.key === 'Enter') {
        if (text.length >= LEAST) tell.current(text)
        text = ''
      } else if (event.key.length === 1) text += event.key
      setLength(text.length)
    }
    window.addEventListener('keydown', read)
    return () => {
      isOver = true
      stop?.()
      window.removeEventListener('keydown', read)
    }
  }, [])
  return length
}
