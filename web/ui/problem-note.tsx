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
      {props.onRetry && (
        <button type="button" className="again" onClick={props.onRetry}>
          重试
        </button>
      )}
    </div>
  )
}
