import { startTransition, useCallback, useEffect, useState } from 'react'
import { asApiProblem, type ApiProblem } from '../api/api-problem.ts'

export type Answer<Reply> = {
  readonly reply: Reply | undefined
  readonly problem: ApiProblem | null
  readonly retry: () => void
}

/** Reads once when the page opens, and again on request. `load` has to keep its identity. */
export function useAnswer<Reply>(load: (signal: AbortSignal) => Promise<Reply>): Answer<Reply> {
  const [round, setRound] = useState(0)
  const [state, setState] = useState<{ reply?: Reply; problem?: ApiProblem }>({})
  useEffect(() => {
    const leaving = new AbortController()
    load(leaving.signal).then(
      (reply) => startTransition(() => setState({ reply })),
      (error: unknown) => {
        if (!leaving.signal.aborted) setState({ problem: asApiProblem(error) })
      },
    )
    return () => leaving.abort()
  }, [load, round])
  const retry = useCallback(() => {
    setState({})
    setRound((before) => before + 1)
  }, [])
  return { reply: state.reply, problem: state.problem ?? null, retry }
}
