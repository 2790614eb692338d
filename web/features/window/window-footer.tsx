import type { ReactNode } from 'react'
import { Kbd } from '../../ui/kbd.tsx'

export type FooterAct = {
  readonly label: string
  readonly hotkey: string
  readonly primary?: boolean
  /** Why it cannot be done now; null: it can. */
  readonly reason: string | null
  readonly onAct?: () => void
}

/** The bottom bar: what stands open, what does not and why. */
export function WindowFooter(props: {
  title: ReactNode
  hint: ReactNode
  acts: readonly FooterAct[]
}) {
  return (
    <footer className="window-footer">
      <div className="state">
        <b>{props.title}</b>
        <span className="sec small">{props.hint}</span>
      </div>
      {props.acts.map(({ label, hotkey, primary, reason, onAct }) => (
        <button
          key={hotkey}
          type="button"
          className={`btn big ${primary && reason === null ? 'primary' : ''}`}
          disabled={reason !== null}
          title={reason ?? undefined}
          onClick={onAct}
        >
          {label} <Kbd>{hotkey}</Kbd>
        </button>
      ))}
    </footer>
  )
}
