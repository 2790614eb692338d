import { ApiProblem, asApiProblem } from '../api/api-problem.ts'
import { ownSentence, remedyOf } from './remedy.ts'
import { useUiLanguage, useUiWords } from './ui-words.ts'
import './small-parts.css'

/** What happened, what was kept, what to do. `kept` names what the person does not have to type again. */
export function ProblemNote(props: { problem: unknown; kept?: string; onRetry?: () => void }) {
  const words = useUiWords()
  const problem = props.problem instanceof ApiProblem ? props.problem : asApiProblem(props.problem)
  const remedy = remedyOf(problem, words)
  const own = ownSentence(problem, words)
  // What the server says is Chinese on every page.
  const told = useUiLanguage() === 'zh' ? {} : { lang: 'zh-CN' }
  return (
    <div className="problem-note" role="alert">
      <p>
        <b {...(own === undefined ? told : {})}>{own ?? problem.detail}</b>
      </p>
      {problem.fields.length > 0 && (
        <ul {...told}>
          {problem.fields.map(({ field, message }) => (
            <li key={field}>{words.fieldFault(field, message)}</li>
          ))}
        </ul>
      )}
      {props.kept && <p>{props.kept}</p>}
      {remedy && <p>{remedy}</p>}
      <small>{words.code(problem.code)}</small>
      {props.onRetry && <WayOut problem={problem} onRetry={props.onRetry} />}
    </div>
  )
}

/** Asking again changes nothing where the answer is that it is not yours, or not there. */
function WayOut({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const words = useUiWords()
  const final = problem.status === 403 || problem.status === 404
  return (
    <button type="button" className="again" onClick={final ? goBack : onRetry}>
      {final ? words.back : words.retry}
    </button>
  )
}

/** A page opened in its own tab has nothing before it: home then. */
function goBack(): void {
  if (window.history.length > 1) window.history.back()
  else window.location.assign('/home')
}
