import { useMemo, useRef } from 'react'
import { uuidv7 } from 'uuidv7'
import { isUnanswered, type ApiProblem } from './api-problem.ts'

export type CommandId = {
  /** The id of the act now being prepared: the same until the server has answered it. */
  readonly current: () => string
  /** Call when the server answered, or with the problem when it did not. */
  readonly settle: (problem?: ApiProblem) => void
}

/** An act keeps its id until it is answered, so that pressing again after a lost connection is still one act. */
export function useCommandId(): CommandId {
  const id = useRef<string | null>(null)
  return useMemo(
    () => ({
      current: () => (id.current ??= uuidv7()),
      settle: (problem) => {
        if (problem === undefined || !isUnanswered(problem)) id.current = null
      },
    }),
    [],
  )
}
