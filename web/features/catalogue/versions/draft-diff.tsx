import { useQuery } from '@tanstack/react-query'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { draftDiffQuery } from '../catalogue-queries.ts'
import { DiffTable } from './diff-table.tsx'

export function DraftDiff({ draftId, version }: { draftId: string; version: number }) {
  const { data, error, refetch } = useQuery(draftDiffQuery(draftId, version))
  return (
    <section className="panel draft-panel" aria-label="与现行版本对照">
      {error && !data && <ProblemNote problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={6} />}
      {data && <DiffTable diff={data} />}
    </section>
  )
}
