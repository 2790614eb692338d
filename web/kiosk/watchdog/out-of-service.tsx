import type { ReactNode } from 'react'
import type { WatchState } from './watchdog.ts'
import { useServiceWords } from './words.ts'

/** Nobody stands before a dead screen: what happened, where to go, and that it comes back by itself. */
export function OutOfService(props: {
  state: Exclude<WatchState, 'well'>
  /** Tickets, which go on all the same. */
  tickets?: ReactNode
}) {
  const { state, tickets } = props
  const isPart = tickets !== undefined
  const words = useServiceWords()
  return (
    <main className="kiosk-out" role="alert">
      <svg width="220" height="220" viewBox="0 0 44 44" aria-hidden="true">
        <rect
          x="3"
          y="3"
          width="38"
          height="38"
          rx="6"
          fill="#fff"
          stroke="#B86E00"
          strokeWidth="4"
        />
        <path d="M17 13v18M27 13v18" stroke="#B86E00" strokeWidth="5" />
      </svg>
      <h1>{isPart ? words.onlyTickets : words.paused}</h1>
      <p>{state === 'no-line' ? words.noLine : words.broken}</p>
      {tickets}
      <p>{isPart ? words.restElsewhere : words.elsewhere}</p>
      <p className="soft">{words.comesBack}</p>
    </main>
  )
}
