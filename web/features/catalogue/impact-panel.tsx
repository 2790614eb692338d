import { useQuery } from '@tanstack/react-query'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { impactQuery } from './catalogue-queries.ts'
import { ImpactSummary } from './impact-summary.tsx'

export function ImpactPanel({ draftId, version }: { draftId: string; version: number }) {
  const { data, error, refetch } = useQuery(impactQuery(draftId, version))
  return (
    <section className="panel draft-panel" aria-label="发布影响">
      {error && !data && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={6} />}
      {data && <ImpactSummary impact={data} />}
    </section>
  )
}
