import { useMutation } from '@tanstack/react-query'
import type { DraftView } from '../../../contract/catalogue-editing.ts'
import { tryDraft } from '../../../contract/catalogue-editing.ts'
import { pathsOf } from '../../../domain/catalogue/situation-paths.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'

/** One application through every answer path, every document printed: what publishing will demand. */
export function TrialPanel({ draft }: { draft: DraftView }) {
  const trial = useMutation({
    mutationFn: () => call(tryDraft, { params: { draftId: draft.draftId } }),
  })
  const questions = draft.guide?.questions ?? []
  const paths = pathsOf(questions)
  const label = (question: string, value: string) => {
    const asked = questions.find(({ id }) => id === question)
    const option = asked?.options.find((one) => one.value === value)
    return `${asked?.text ?? question}${option?.label ?? value}`
  }
  const stale = trial.data !== undefined && trial.data.version !== draft.version
  return (
    <section className="panel draft-panel" aria-label="试办">
      <p>
        按每一种情形各试办一件：收件、受理、审核、决定、制证，打印每一份文书。试办不留下办件，发布时还会自动再做一遍。
        <button
          type="button"
          className="btn primary"
          disabled={trial.isPending}
          onClick={() => trial.mutate()}
        >
          {trial.isPending ? '正在试办…' : '试办全部情形'}
        </button>
      </p>
      {trial.error && (
        <ProblemNote problem={asApiProblem(trial.error)} onRetry={() => trial.mutate()} />
      )}
      {stale && <p className="fault">试办之后内容又改过，请再试一次。</p>}
      {trial.data && (
        <p role="status">
          {trial.data.problems.length === 0 ? (
            <Lamp light="green">全部情形通过</Lamp>
          ) : (
            <Lamp light="red">有 {trial.data.problems.length} 处不通过</Lamp>
          )}
        </p>
      )}
      {trial.data && trial.data.problems.length > 0 && (
        <ul className="said">
          {trial.data.problems.map(({ path, problem }, at) => (
            <li key={at} className="error">
              <b>{path}</b>
              {problem}
            </li>
          ))}
        </ul>
      )}
      <h2 className="h">情形（{paths.length} 种）</h2>
      <ol className="paths">
        {paths.slice(0, 200).map(({ answers, end, stop }, at) => (
          <li key={at}>
            {Object.entries(answers)
              .map(([question, value]) => label(question, value))
              .join('；') || '只有一种情形'}
            {end === 'stop' && <span className="sec">　到此为止：{stop}</span>}
            {(end === 'cycle' || end === 'nowhere') && (
              <span className="fault">　这条路走不通，请改正情形引导</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
