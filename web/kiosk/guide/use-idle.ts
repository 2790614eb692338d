import { useEffect, useRef, useState } from 'react'

/** Seconds without a touch after which the screen belongs to the next person. */
export const IDLE_SECONDS = 60
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Counts down while nobody touches the screen; answers the seconds left. */
export function useIdle(onIdle: () => void): number {
  const [left, setLeft] = useState(IDLE_SECONDS)
  const until = useRef(0)
  const end = useRef(onIdle)
  useEffect(() => {
    end.current = onIdle
  })
  useEffect(() => {
    const wake = () => {
      until.current = performance.now() + IDLE_SECONDS * 1_000
      setLeft(IDLE_SECONDS)
    }
    wake()
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until.current - performance.now()) / 1_000))
      setLeft(rest)
      if (rest > 0) return
      wake()
      end.current()
    }, 1_000)
    for (const sign of SIGNS) window.addEventListener(sign, wake, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, wake)
    }
  }, [])
  return left
}
