import { useCallback, useEffect, useRef, useState } from 'react'
import { idleAt, type IdleState } from './idle-clock.ts'

const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const
const TICK = 500

/**
 * Watches over touches. `isUsed`: opened by one, so it is used from the beginning. `onOver` is called once. Answers how it
 * stands, and `touch` for what is used without a finger: a card laid down, a paper being printed.
 */
export function useIdle(isUsed: boolean, onOver: () => void) {
  const touched = useRef<number | null>(null)
  const [state, setState] = useState<IdleState>({ phase: 'resting' })
  const over = useRef(onOver)
  useEffect(() => {
    over.current = onOver
  })
  const look = useCallback(() => {
    const next = idleAt(touched.current, performance.now())
    setState((before) => (isSame(before, next) ? before : next))
    return next
  }, [])
  const touch = useCallback(() => {
    touched.current = performance.now()
    look()
  }, [look])
  useEffect(() => {
    if (isUsed) touch()
    const timer = setInterval(() => {
      if (look().phase !== 'over') return
      clearInterval(timer)
      over.current()
    }, TICK)
    for (const sign of SIGNS) window.addEventListener(sign, touch, { passive: true })
    return () => {
      clearInterval(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, touch)
    }
  }, [isUsed, touch, look])
  return { state, touch }
}

function isSame(one: IdleState, other: IdleState): boolean {
  return one.phase === other.phase && leftOf(one) === leftOf(other)
}

function leftOf(state: IdleState): number {
  return 'left' in state ? state.left : 0
}
