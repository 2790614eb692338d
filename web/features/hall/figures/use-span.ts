import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Span } from '../../../api/hall-queries.ts'
import { serverToday } from '../../../api/server-clock.ts'
import { meQuery } from '../../../api/queries.ts'

/** The dates that figures count, kept in the address; first: this month so far. */
export function useSpan(): { readonly span: Span; readonly setSpan: (span: Span) => void } {
  const [search, setSearch] = useSearchParams()
  const today = useQuery(meQuery()).data?.today ?? serverToday()
  const from = search.get('from') ?? `${today.slice(0, 8)}01`
  const to = search.get('to') ?? today
  return { span: { from, to }, setSpan: (span) => setSearch({ ...span }, { replace: true }) }
}
