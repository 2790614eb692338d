import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'
import { Kbd } from './kbd.tsx'
import { ProblemNote } from './problem-note.tsx'
import './act-dialog.css'

export type ConfirmDialogProps = {
  title: string
  children?: ReactNode
  warning?: ReactNode
  /** Absent: there is nothing left to confirm. */
  confirmLabel?: string
  confirmKey?: string
  ready?: boolean
  busy?: boolean
  problem?: ApiProblem | null
  onConfirm?: () => void
  onClose: () => void
}

/** A question, or a short form, over the page. Ctrl+Enter confirms from anywhere, Enter outside text areas; Esc closes. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  // In a text area Enter is a new line.
  const [typesLines, setTypesLines] = useState(false)
  useEffect(() => {
    if (!dialog.current || dialog.current.open) return
    dialog.current.showModal()
    setTypesLines(dialog.current.querySelector('textarea') !== null)
    // A question waits on its answer, a form on its first field: never on the way back.
    dialog.current
      .querySelector<HTMLElement>('.body :is(input, textarea, select), .btn.primary')
      ?.focus()
  }, [])
  const ready = props.ready !== false && props.busy !== true && props.confirmLabel !== undefined
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.repeat || event.nativeEvent.isComposing || event.defaultPrevented) return
    const confirms = event.key === props.confirmKey || (event.key === 'Enter' && enters(event))
    if (!confirms) return
    event.preventDefault()
    if (ready) props.onConfirm?.()
  }
  return (
    <dialog
      ref={dialog}
      className="confirm-dialog"
      aria-label={props.title}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        if (props.busy !== true) props.onClose()
      }}
    >
      <h2>{props.title}</h2>
      {props.children && <div className="body">{props.children}</div>}
      {props.warning && <div className="warning">{props.warning}</div>}
      {props.problem && <ProblemNote problem={props.problem} />}
      <footer>
        <button
          type="button"
          className="btn"
          onClick={props.onClose}
          disabled={props.busy === true}
        >
          返回 <Kbd>Esc</Kbd>
        </button>
        {props.confirmLabel && (
          <button
            type="button"
            className="btn primary"
            onClick={() => props.onConfirm?.()}
            disabled={!ready}
          >
            {props.busy ? '正在办理…' : props.confirmLabel}{' '}
            <Kbd>{typesLines ? 'Ctrl Enter' : 'Enter'}</Kbd>
          </button>
        )}
      </footer>
    </dialog>
  )
}

function enters(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return true
  const { tagName } = event.target as HTMLElement
  return !['TEXTAREA', 'BUTTON', 'A', 'SELECT'].includes(tagName)
}
