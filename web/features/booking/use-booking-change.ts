import { useMutation, useQueryClient } from '@tanstack/react-query'
import { asApiProblem, type ApiProblem } from '../../api/api-problem.ts'
import { useCommandId } from '../../api/use-command-id.ts'
import { BOOKINGS } from './booking-queries.ts'

export type BookingChange<Input, Reply> = {
  /** Undefined when it was refused: see `problem`. */
  readonly run: (input: Input) => Promise<Reply | undefined>
  readonly busy: boolean
  readonly problem: ApiProblem | null
}

/** One act about appointments, under one id until it is answered; every list of them is read anew. */
export function useBookingChange<Input, Reply>(
  change: (input: Input, commandId: string) => Promise<Reply>,
): BookingChange<Input, Reply> {
  const queries = useQueryClient()
  const commandId = useCommandId()
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: async (input: Input) => await change(input, commandId.current()),
    onSuccess: () => commandId.settle(),
    onError: (raised) => commandId.settle(asApiProblem(raised)),
    onSettled: async () => await queries.invalidateQueries({ queryKey: [BOOKINGS] }),
  })
  return {
    run: (input) => mutateAsync(input).catch(() => undefined),
    busy: isPending,
    problem: error ? asApiProblem(error) : null,
  }
}
