import { useMutation, useQueryClient } from '@tanstack/react-query'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { useCommandId } from '../../api/use-command-id.ts'
import { CATALOGUE } from './catalogue-queries.ts'

export type CatalogueAct<Input, Reply> = {
  /** Resolves to undefined when it was refused or not answered: see `problem`. */
  readonly run: (input: Input) => Promise<Reply | undefined>
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly reset: () => void
}

/** One act on the catalogue, with an id that stays the same until the server has answered. */
export function useCatalogueAct<Input, Reply>(
  act: (input: Input, commandId: string) => Promise<Reply>,
): CatalogueAct<Input, Reply> {
  const queries = useQueryClient()
  const commandId = useCommandId()
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: (input: Input) => act(input, commandId.current()),
    onSuccess: async () => {
      commandId.settle()
      await queries.invalidateQueries({ queryKey: [CATALOGUE] })
    },
    onError: async (raised) => {
      const problem = asApiProblem(raised)
      commandId.settle(problem)
      if (problem.code === 'changed-meanwhile')
        await queries.invalidateQueries({ queryKey: [CATALOGUE] })
    },
  })
  return {
    run: (input) => mutateAsync(input).catch(() => undefined),
    busy: isPending,
    problem: error ? asApiProblem(error) : null,
    reset,
  }
}
