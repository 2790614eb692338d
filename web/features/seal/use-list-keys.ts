import { useEffect, useRef } from 'react'
import { combinationOf } from '../../ui/key-combination.ts'

export type ListKeys = Readonly<Record<string, () => void>>

const TYPING = 'input, textarea, select, [contenteditable="true"]'

/** Keys of the list, wherever the focus is, held down or not; except in a dialog, while typing, and where the key means something else. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const combination = combinationOf(event)
      const action = latest.current[combination]
      if (action === undefined || event.defaultPrevented || event.isComposing) return
      if (isTaken(event.target, combination)) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Space presses the button that has the focus, and the arrows scroll the pages that have it. */
function isTaken(target: EventTarget | null, combination: string): boolean {
  if (document.querySelector('dialog[open]') !== null) return true
  if (!(target instanceof HTMLElement)) return false
  if (target.matches(TYPING)) return true
  if (combination === 'Space') return target.closest('button, a') !== null
  return combination.startsWith('Arrow') && target.closest('.pages') !== null
}
