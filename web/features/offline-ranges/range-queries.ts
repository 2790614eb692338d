import { queryOptions } from '@tanstack/react-query'
import { listRanges } from '../../../contract/offline-ranges.ts'
import { call } from '../../api/call.ts'

export const RANGES = 'offline-ranges'
const LOOK = 30_000

export const rangesQuery = (day: string | undefined) =>
  queryOptions({
    queryKey: [RANGES, day ?? 'today'],
    queryFn: ({ signal }) => call(listRanges, { query: day === undefined ? {} : { day }, signal }),
    staleTime: 0,
    refetchInterval: LOOK,
  })
