import type { ReactNode } from 'react'
import { useKioskWords } from '../shell/words.ts'

/** A page of the kiosk: what it is for, and the way back, always in the same place. */
export function KioskPage(props: {
  title: string
  lead?: string
  onBack?: (() => void) | undefined
  children: ReactNode
}) {
  const words = useKioskWords()
  return (
    <>
      <p className="kiosk-acts no-print">
        {props.onBack ? (
          <button type="button" className="btn" onClick={props.onBack}>
            {words.close}
          </button>
        ) : (
          <a className="btn" href="/kiosk">
            {words.home}
          </a>
        )}
      </p>
      <h1>{props.title}</h1>
      {props.lead !== undefined && <p className="kiosk-lead">{props.lead}</p>}
      {props.children}
    </>
  )
}
