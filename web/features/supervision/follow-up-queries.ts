import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { listServiceFollowUps } from '../../../contract/hall-follow-ups.ts'
import { call } from '../../api/call.ts'

export const SERVICE_FOLLOW_UPS = 'service-follow-ups'
export type FollowUpState = 'open' | 'settled'

export const serviceFollowUpsQuery = (state: FollowUpState, cursor: string | undefined) =>
  queryOptions({
    queryKey: [SERVICE_FOLLOW_UPS, state, cursor ?? ''],
    queryFn: ({ signal }) => call(listServiceFollowUps, { query: { state, cursor }, signal }),
    placeholderData: keepPreviousData,
    // A grade at the counter is nobody's act on an application: it wakes no feed.
    refetchInterval: 60_000,
  })
