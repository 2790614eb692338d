import { useMutation, useQueryClient } from '@tanstack/react-query'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'

/** One change to an account, then the list anew. */
export function useAccountChange<Input>(change: (input: Input) => Promise<unknown>): {
  run: (input: Input) => Promise<boolean>
  busy: boolean
  problem: ApiProblem | null
} {
  const queries = useQueryClient()
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  })
  return {
    run: (input) =>
      mutateAsync(input).then(
        () => true,
        () => false,
      ),
    busy: isPending,
    problem: error ? asApiProblem(error) : null,
  }
}
