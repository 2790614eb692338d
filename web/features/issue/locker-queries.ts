import { queryOptions } from '@tanstack/react-query'
import { listBoxUses } from '../../../contract/lockers.ts'
import { call } from '../../api/call.ts'

export const boxUsesQuery = () =>
  queryOptions({
    queryKey: ['locker'],
    queryFn: ({ signal }) => call(listBoxUses, { signal }),
    // What happens at the kiosk is nobody's act at this window.
    refetchInterval: 15_000,
  })
