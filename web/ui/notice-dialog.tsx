import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'
import { DocumentPages } from './document-pages.tsx'
import { Kbd } from './kbd.tsx'
import { ProblemNote } from './problem-note.tsx'
import { Skeleton } from './skeleton.tsx'
import { useUiWords } from './ui-words.ts'
import './notice-dialog.css'

export type NoticeDialogProps = {
  open: boolean
  title: string
  /** SVG sources; undefined while they are being made. */
  pages: readonly string[] | undefined
  warning?: ReactNode
  /** Absent: the document is only looked at. */
  confirmLabel?: string
  /** The key that opened the dialog, which also confirms: F8. Enter always does. */
  confirmKey?: string
  busy?: boolean
  problem?: ApiProblem | null
  /** Stands left of the buttons: a download link. */
  extra?: ReactNode
  onConfirm?: () => void
  onClose: () => void
}

/** Shows the document that a legal act will make, before it is made. Enter confirms, Esc closes. */
export function NoticeDialog(props: NoticeDialogProps) {
  const words = useUiWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const { open, onClose } = props
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    if (!open) return
    const before = document.activeElement
    element.showModal()
    // Not the first button: Enter pressed before the pages are there must not mean “go back”.
    element.focus()
    return () => {
      element.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [open])

  const ready = props.pages !== undefined && props.busy !== true
  const confirm = () => {
    if (ready && props.onConfirm) props.onConfirm()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const confirms = event.key === props.confirmKey || (event.key === 'Enter' && !isControl(event))
    if (event.repeat || event.nativeEvent.isComposing || !confirms) return
    event.preventDefault()
    confirm()
  }
  return (
    <dialog
      ref={dialog}
      className="notice-dialog"
      tabIndex={-1}
      aria-label={props.title}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        if (props.busy !== true) onClose()
      }}
    >
      {open && (
        <>
          <header>
            <h2>{props.title}</h2>
            {props.pages && <small>{words.pageCount(props.pages.length)}</small>}
          </header>
          {props.pages ? (
            <DocumentPages title={props.title} pages={props.pages} />
          ) : (
            <div className="pages">{props.problem ? null : <Skeleton lines={12} />}</div>
          )}
          <NoticeDialogFoot {...props} ready={ready} confirm={confirm} />
        </>
      )}
    </dialog>
  )
}

function NoticeDialogFoot(props: NoticeDialogProps & { ready: boolean; confirm: () => void }) {
  const words = useUiWords()
  const confirm = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (props.ready) confirm.current?.focus()
  }, [props.ready])
  return (
    <footer>
      {props.problem && <ProblemNote problem={props.problem} />}
      {props.warning && <span className="warning">{props.warning}</span>}
      <span className="acts">
        {props.extra}
        <button type="button" onClick={props.onClose} disabled={props.busy === true}>
          {props.confirmLabel ? words.change : words.close} <Kbd>Esc</Kbd>
        </button>
        {props.confirmLabel && (
          <button
            type="button"
            className="confirm"
            onClick={props.confirm}
            disabled={!props.ready}
            ref={confirm}
          >
            {props.busy ? words.busy : props.confirmLabel} <Kbd>Enter</Kbd>
          </button>
        )}
      </span>
    </footer>
  )
}

function isControl(event: KeyboardEvent): boolean {
  return (
    event.target instanceof HTMLElement &&
    ['BUTTON', 'A', 'INPUT', 'TEXTAREA'].includes(event.target.tagName)
  )
}
