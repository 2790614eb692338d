import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Letters } from './use-letters.ts'

/** In place of a letter: nothing waits, or it is being read, or it could not be. */
export function NoLetter(props: { letters: Letters; problem: Error | null; onRetry: () => void }) {
  const { current, waiting } = props.letters
  return (
    <section className="papers empty">
      {current ? (
        props.problem ? (
          <ProblemNote problem={props.problem} onRetry={props.onRetry} />
        ) : (
          <Skeleton lines={12} />
        )
      ) : waiting.rows ? (
        <EmptyNote title="没有等待盖章的函">
          部门出具准予许可函后，会自动出现在左侧，不用刷新。已盖的章在“用印登记簿”中查看；标 ×
          的事项请先在“用印方式”中由两人登记。
        </EmptyNote>
      ) : (
        !waiting.error && <Skeleton lines={12} />
      )}
    </section>
  )
}
