import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { UNREAD_MESSAGES } from './message-operations.ts'

const EVERY_MS = 10_000

/** How many messages wait; looked up again whenever lists are, and every ten seconds. */
export function useUnread(): number {
  const { data } = useQuery({
    // Among the lists, so that what the live feed tells wakes it too.
    queryKey: ['worklist', 'unread-messages'],
    queryFn: ({ signal }) => call(UNREAD_MESSAGES, { signal }),
    refetchInterval: EVERY_MS,
  })
  return data?.unread ?? 0
}
