import { useMutation, useQuery } from '@tanstack/react-query'
import type { DraftView } from '../../../contract/catalogue-editing.ts'
import { tryDraft } from '../../../contract/catalogue-checking.ts'
import { pathsOf, type SituationPath } from '../../../domain/catalogue/situation-paths.ts'
import type { Situation, SituationQuestion } from '../../../domain/catalogue/situation.ts'
import { asApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/call.ts'
import { meQuery } from '../../api/queries.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'

/** One application through every answer path, every document printed: what publishing will demand. */
export function TrialPanel({ draft }: { draft: DraftView }) {
  const trial = useMutation({
    mutationFn: () => call(tryDraft, { params: { draftId: draft.draftId } }),
  })
  const paths = pathsOf(draft.guide?.questions ?? [])
  const problems = trial.data?.version === draft.version ? trial.data.problems : undefined
  return (
    <section className="panel draft-panel" aria-label="试办">
      <p>
        按每一种情形各试办一件：收件、受理、审核、决定、制证，打印每一份文书。试办不留下办件，发布时还会自动再做一遍。
        <TryButton busy={trial.isPending} onTry={() => trial.mutate()} />
      </p>
      {trial.error && (
        <ProblemNote problem={asApiProblem(trial.error)} onRetry={() => trial.mutate()} />
      )}
      {trial.data !== undefined && <Verdict problems={problems} />}
      <h2 className="h">情形（{paths.length} 种）</h2>
      <ol className="paths">
        {paths.slice(0, MOST_SHOWN).map((path, at) => (
          <PathRow key={at} path={path} draft={draft} problems={problems} />
        ))}
      </ol>
      {paths.length > MOST_SHOWN && <p className="sec">只列出前 {MOST_SHOWN} 种。</p>}
    </section>
  )
}

function TryButton({ busy, onTry }: { busy: boolean; onTry: () => void }) {
  const role = useQuery(meQuery()).data?.role ?? ''
  if (!TRIERS.includes(role)) return null
  return (
    <button type="button" className="btn primary" disabled={busy} onClick={onTry}>
      {busy ? '正在试办…' : '试办全部情形'}
    </button>
  )
}

/** Undefined: the draft was changed after it was tried. */
function Verdict({ problems }: { problems: readonly Problem[] | undefined }) {
  if (problems === undefined) return <p className="fault">试办之后内容又改过，请再试一次。</p>
  return (
    <>
      <p role="status">
        {problems.length === 0 ? (
          <Lamp light="green">全部情形通过</Lamp>
        ) : (
          <Lamp light="red">有 {problems.length} 处不通过</Lamp>
        )}
      </p>
      <Problems problems={problems.filter(({ path }) => path === ALL_PATHS)} />
    </>
  )
}

const TRIERS = ['catalogue-editor', 'catalogue-confirmer']
const MOST_SHOWN = 200
/** How the trial calls what is about no single path. */
const ALL_PATHS = '全部情形'

type Problem = { readonly path: string; readonly problem: string }

function PathRow(props: {
  path: SituationPath
  draft: DraftView
  /** Undefined: not tried yet. */
  problems: readonly Problem[] | undefined
}) {
  const { path, problems } = props
  const words = pathWords(props.draft.guide?.questions ?? [], path.answers)
  const own = problems?.filter((one) => one.path === words)
  return (
    <li>
      {words}
      {path.end === 'stop' && <span className="sec">　到此为止：{path.stop}</span>}
      {(path.end === 'cycle' || path.end === 'nowhere') && (
        <span className="fault">　这条路走不通，请改正情形引导</span>
      )}
      {path.end === 'application' && own !== undefined && (
        <span className={own.length === 0 ? 'tag green' : 'tag red'}>
          {own.length === 0 ? '✓ 通过' : '✕ 不通过'}
        </span>
      )}
      <Problems problems={own ?? []} />
    </li>
  )
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <ul className="said">
      {problems.map(({ problem }, at) => (
        <li key={at} className="error">
          {problem}
        </li>
      ))}
    </ul>
  )
}

/** The answers as the trial names its paths. */
function pathWords(questions: readonly SituationQuestion[], answers: Situation): string {
  const words = Object.entries(answers).map(([id, value]) => {
    const question = questions.find((one) => one.id === id)
    const option = question?.options.find((one) => one.value === value)
    return `${question?.text ?? id}：${option?.label ?? value}`
  })
  return words.length === 0 ? '唯一情形' : words.join(' → ')
}
