import { ApiProblem, asApiProblem } from '../api/api-problem.ts'
import { remedyOf } from './remedy.ts'
import './small-parts.css'

/** What happened, what was kept, what to do. `kept` names what the person does not have to type again. */
export function ProblemNote(props: { problem: unknown; kept?: string; onRetry?: () => void }) {
  const problem = props.problem instanceof ApiProblem ? props.problem : asApiProblem(props.problem)
  const remedy = remedyOf(problem)
  return (
    <div className="problem-note" role="alert">
      <p>
        <b>{problem.detail}</b>
      </p>
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map(({ field, message }) => (
            <li key={field}>
              {field}：{message}
            </li>
          ))}
        </ul>
      )}
      {props.kept && <p>{props.kept}</p>}
      {remedy && <p>{remedy}</p>}
      <small>代码 {problem.code}</small>
      {props.onRetry && <WayOut problem={problem} onRetry={props.onRetry} />}
    </div>
  )
}

/** Asking again changes nothing where the answer is that it is not yours, or not there. */
function WayOut({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const final = problem.status === 403 || problem.status === 404
  return (
    <button type="button" className="again" onClick={final ? goBack : onRetry}>
      {final ? '返回' : '重试'}
    </button>
  )
}

/** A page opened in its own tab has nothing before it: home then. */
function goBack(): void {
  if (window.history.length > 1) window.history.back()
  else window.location.assign('/home')
}
