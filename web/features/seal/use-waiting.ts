import { useInfiniteQuery } from '@tanstack/react-query'
import { readWorklist } from '../../../contract/applications.ts'
import { call } from '../../api/call.ts'

const PAGE = 50

/** The letters waiting for the seal, most urgent first, as far as they have been asked for. */
export function useWaiting() {
  const query = useInfiniteQuery({
    queryKey: ['worklist', 'to-seal', 'growing'],
    queryFn: ({ pageParam, signal }) =>
      call(readWorklist, {
        params: { list: 'to-seal' },
        query: { cursor: pageParam, size: PAGE },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const pages = query.data?.pages
  return {
    rows: pages?.flatMap(({ rows }) => rows),
    count: pages?.[0]?.count,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    error: query.error,
    retry: () => void query.refetch(),
  }
}
