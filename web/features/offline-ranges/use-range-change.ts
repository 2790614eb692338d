import { useMutation, useQueryClient } from '@tanstack/react-query'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { useCommandId } from '../../api/use-command-id.ts'
import { RANGES } from './range-queries.ts'

/** One act about reserved numbers, under one id until it is answered; the list is read anew. */
export function useRangeChange<Input, Reply>(
  change: (input: Input, commandId: string) => Promise<Reply>,
): {
  /** Undefined when it was refused: see `problem`. */
  readonly run: (input: Input) => Promise<Reply | undefined>
  readonly busy: boolean
  readonly problem: ApiProblem | null
} {
  const queries = useQueryClient()
  const commandId = useCommandId()
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: async (input: Input) => await change(input, commandId.current()),
    onSuccess: () => commandId.settle(),
    onError: (raised) => commandId.settle(asApiProblem(raised)),
    onSettled: async () => await queries.invalidateQueries({ queryKey: [RANGES] }),
  })
  return {
    run: (input) => mutateAsync(input).catch(() => undefined),
    busy: isPending,
    problem: error ? asApiProblem(error) : null,
  }
}
