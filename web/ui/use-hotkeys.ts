import { useLayoutEffect, useRef } from 'react'
import { combinationOf, isTypedCharacter } from './key-combination.ts'

export type Hotkeys = Readonly<Record<string, (() => void) | undefined>>

/**
 * Keys of a place: `F8`, `Ctrl+K`, `Shift+F8`, `J`, `/`, `Escape`. Plain characters are left alone while someone
 * types, and every key while a dialog is open, unless `inDialog` says that they belong to the dialog.
 */
export function useHotkeys(hotkeys: Hotkeys, options: { inDialog?: boolean } = {}): void {
  const latest = useRef(hotkeys)
  const inDialog = options.inDialog === true
  useLayoutEffect(() => {
    latest.current = hotkeys
  })
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat || event.defaultPrevented) return
      const action = latest.current[combinationOf(event)]
      if (action === undefined) return
      if (isTypedCharacter(event) && isTyping(event.target)) return
      if (!inDialog && isDialogOpen()) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [inDialog])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog[open], .ant-modal-wrap:not([style*="none"])') !== null
}
