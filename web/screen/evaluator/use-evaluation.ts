import { useEffect, useRef, useState } from 'react'
import { asApiProblem } from '../../api/api-problem.ts'
import { callAsDevice, forgetDevice, type KeptDevice } from '../../api/hall-device.ts'
import { OPEN_EVALUATION, RATE_SERVICE } from '../../api/hall-operations.ts'
import { serverNow } from '../../api/server-clock.ts'
import { useHall } from '../../api/use-hall.ts'
import type { HallLine } from '../../api/hall-feed.ts'

/** Milliseconds that thanks stand, unless the next person is called before. */
const THANKS = 10_000

export type Grade = 1 | 2 | 3 | 4 | 5
export type Open = { readonly ticketId: string; readonly number: string; readonly until: string }
export type EvaluationState =
  | { readonly is: 'idle' }
  | { readonly is: 'open' | 'sending' | 'again'; readonly open: Open }
  /** `ticketId`: which service was answered; it is not asked about twice. */
  | { readonly is: 'thanks'; readonly ticketId: string }
export type Evaluation = {
  readonly state: EvaluationState
  readonly line: HallLine
  readonly rate: (grade: Grade) => void
}

const IDLE: EvaluationState = { is: 'idle' }

/** What the window has to be rated for now; asked anew whenever something happens in the hall. */
export function useEvaluation(device: KeptDevice): Evaluation {
  const { board, line } = useHall()
  const [state, setState] = useState(IDLE)
  // One id a service: a touch whose answer was lost is touched again as the same grade.
  const command = useRef({ ticketId: '', commandId: '' })
  const revision = board?.revision
  useEffect(() => {
    if (revision === undefined) return
    callAsDevice(device, OPEN_EVALUATION).then(
      ({ evaluation }) => setState((before) => withNews(before, evaluation)),
      (error: unknown) => {
        if (asApiProblem(error).code !== 'device-unknown') return
        forgetDevice()
        window.location.reload()
      },
    )
  }, [revision, device])
  useEffect(() => {
    const wait = waitOf(state)
    if (wait === null) return undefined
    const timer = setTimeout(() => setState(IDLE), wait)
    return () => clearTimeout(timer)
  }, [state])
  const rate = (grade: Grade) => {
    if (state.is !== 'open' && state.is !== 'again') return
    const { open } = state
    const { ticketId } = open
    if (command.current.ticketId !== ticketId)
      command.current = { ticketId, commandId: crypto.randomUUID() }
    setState({ is: 'sending', open })
    const { commandId } = command.current
    callAsDevice(device, RATE_SERVICE, { body: { commandId, ticketId, grade } }).then(
      () => setState({ is: 'thanks', ticketId }),
      (error: unknown) => {
        const { status } = asApiProblem(error)
        // Refused: it was answered already, or the next person stands there.
        setState(status >= 400 && status < 500 ? { is: 'thanks', ticketId } : { is: 'again', open })
      },
    )
  }
  return { state, line, rate }
}

/** What the window says now, on what is shown: an answer being given is not taken away, a new service always shows. */
export function withNews(before: EvaluationState, evaluation: Open | null): EvaluationState {
  const shown = shownTicket(before)
  if (evaluation === null) return before.is === 'open' || before.is === 'again' ? IDLE : before
  return evaluation.ticketId === shown ? before : { is: 'open', open: evaluation }
}

function shownTicket(state: EvaluationState): string | null {
  if (state.is === 'idle') return null
  return state.is === 'thanks' ? state.ticketId : state.open.ticketId
}

/** Milliseconds until the page goes back to its beginning by itself; null: it is there, or waits for an answer. */
function waitOf(state: EvaluationState): number | null {
  if (state.is === 'idle' || state.is === 'sending') return null
  if (state.is === 'thanks') return THANKS
  return Math.max(0, Date.parse(state.open.until) - serverNow())
}
