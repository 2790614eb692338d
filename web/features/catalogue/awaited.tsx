import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

/** What was asked for, once it is there; until then its outline, or what went wrong and the way to ask again. */
export function Awaited<Data>(props: {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>
  lines?: number
  children: (data: Data) => ReactNode
}) {
  const { data, error, refetch } = props.query
  if (data !== undefined) return props.children(data)
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  return <Skeleton lines={props.lines ?? 6} />
}
