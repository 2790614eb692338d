import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getEnquiry, listEnquiries } from '../../../contract/enquiries.ts'
import { call } from '../../api/call.ts'

export type ListState = 'open' | 'closed'

export const enquiriesQuery = (state: ListState, cursor?: string) =>
  queryOptions({
    queryKey: ['enquiries', state, cursor ?? ''],
    queryFn: ({ signal }) => call(listEnquiries, { query: { state, cursor }, signal }),
    placeholderData: keepPreviousData,
    // A new question is nobody's act on an application: it wakes no feed.
    refetchInterval: 60_000,
  })

export const enquiryQuery = (enquiryId: string) =>
  queryOptions({
    queryKey: ['enquiry', enquiryId],
    queryFn: ({ signal }) => call(getEnquiry, { params: { enquiryId }, signal }),
  })
