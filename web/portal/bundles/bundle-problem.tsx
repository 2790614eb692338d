import type { ApiProblem } from '../../api/api-problem.ts'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useBundleWords } from './words.ts'

/** No such bundle, or it cannot be read now. */
export function BundleProblem(props: { problem: ApiProblem; onRetry: () => void }) {
  const words = useBundleWords()
  if (props.problem.status !== 404) return <ProblemNote {...props} />
  return (
    <EmptyNote title={words.noSuch}>
      <a href="/bundles">{words.backToList}</a>
    </EmptyNote>
  )
}
