import { useMutation, useQueryClient } from '@tanstack/react-query'
import { asApiProblem, type ApiProblem } from '../../../api/api-problem.ts'

/** One change of the list of devices; the list is read anew. */
export function useDeviceChange<Input, Reply>(
  change: (input: Input) => Promise<Reply>,
): {
  /** Undefined when it was refused: see `problem`. */
  run: (input: Input) => Promise<Reply | undefined>
  busy: boolean
  problem: ApiProblem | null
} {
  const queries = useQueryClient()
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: change,
    onSettled: async () => await queries.invalidateQueries({ queryKey: ['hall-devices'] }),
  })
  return {
    run: (input) => mutateAsync(input).catch(() => undefined),
    busy: isPending,
    problem: error ? asApiProblem(error) : null,
  }
}
