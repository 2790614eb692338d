import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { uuidv7 } from 'uuidv7'
import { asApiProblem, isUnanswered, type ApiProblem } from './api-problem.ts'
import { HALL } from './hall-queries.ts'

export type HallAct<Reply> = {
  /** Which act on what: pressed again after a lost answer it is the same act. */
  readonly name: string
  readonly send: (commandId: string) => Promise<Reply>
}
export type HallActs = {
  /** Resolves to undefined when it was refused or not answered: see `problem`. */
  readonly run: <Reply>(act: HallAct<Reply>) => Promise<Reply | undefined>
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly forget: () => void
}

/** Acts of the hall, one at a time; whatever comes of one, the hall is read anew. */
export function useHallAct(): HallActs {
  const queries = useQueryClient()
  const ids = useRef(new Map<string, string>())
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: async ({ name, send }: HallAct<unknown>) => {
      const commandId = ids.current.get(name) ?? uuidv7()
      ids.current.set(name, commandId)
      return await send(commandId)
    },
    onSuccess: (_, { name }) => void ids.current.delete(name),
    onError: (raised, { name }) => {
      if (!isUnanswered(asApiProblem(raised))) ids.current.delete(name)
    },
    onSettled: async () => await queries.invalidateQueries({ queryKey: [HALL] }),
  })
  const isBusy = useRef(false)
  const run = useCallback(
    async <Reply>(act: HallAct<Reply>) => {
      // A key pressed twice within one answer is one act.
      if (isBusy.current) return undefined
      isBusy.current = true
      try {
        return (await mutateAsync(act)) as Reply
      } catch {
        return undefined
      } finally {
        isBusy.current = false
      }
    },
    [mutateAsync],
  )
  return { run, busy: isPending, problem: error ? asApiProblem(error) : null, forget: reset }
}
