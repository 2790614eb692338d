import { useEffect, useRef } from 'react'
import { useKioskWords } from './words.ts'

/** Fifteen seconds before everything is wiped, over everything else; any touch goes on. */
export function IdleDialog({ left, onEnd }: { left: number; onEnd: () => void }) {
  const words = useKioskWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="kiosk-dialog" aria-labelledby="idle-title">
      <h2 id="idle-title">{words.idleTitle}</h2>
      <p role="timer">{words.idleSays(left)}</p>
      <p className="acts">
        {/* Any touch puts the dialog away, before a click is made of it. */}
        <button type="button" className="btn" onPointerDown={onEnd} onClick={onEnd}>
          {words.endNow}
        </button>
        <button type="button" className="btn main">
          {words.goOn}
        </button>
      </p>
    </dialog>
  )
}
