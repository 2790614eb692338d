import type { Situation } from '../../../domain/catalogue/situation.ts'
import '../../ui/form/form.css'

type Question = {
  readonly id: string
  readonly text: string
  readonly help: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** Questions with every answer in sight; what they change shows at once elsewhere on the page. */
export function BundleChoices(props: {
  /** Keeps apart questions of several items that share an id. */
  of: string
  questions: readonly Question[]
  answers: Situation
  onAnswer: (question: string, value: string) => void
}) {
  const { of, questions, answers, onAnswer } = props
  return questions.map(({ id, text, help, options }) => (
    <fieldset key={id} className="form-field bundle-question">
      <legend lang="zh-CN">{text}</legend>
      {help !== null && (
        <p className="form-help" lang="zh-CN">
          {help}
        </p>
      )}
      <div className="form-choices">
        {options.map(({ value, label }) => (
          <label key={value} className={`form-option ${answers[id] === value ? 'on' : ''}`}>
            <input
              type="radio"
              name={`${of}.${id}`}
              value={value}
              checked={answers[id] === value}
              onChange={() => onAnswer(id, value)}
            />
            <span lang="zh-CN">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  ))
}
