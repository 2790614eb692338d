import { followSituation, withAnswer } from '../../../../domain/catalogue/follow-situation.ts'
import type { Situation } from '../../../../domain/catalogue/situation.ts'
import type { Question } from './new-parts.ts'

/** The situation questions as an applicant answers them: one after the other. */
export function PreviewQuestions(props: {
  questions: readonly Question[]
  situation: Situation
  onAnswer: (situation: Situation) => void
}) {
  const { asked, stop } = followSituation(props.questions, props.situation)
  if (asked.length === 0) return null
  return (
    <section>
      <h3>您属于哪种情形</h3>
      {asked.map((question) => (
        <fieldset key={question.id}>
          <legend>{question.text}</legend>
          {question.help !== null && <small className="sec">{question.help}</small>}
          {question.options.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name={`preview-${question.id}`}
                checked={props.situation[question.id] === value}
                onChange={() =>
                  props.onAnswer(withAnswer(props.questions, props.situation, question.id, value))
                }
              />
              {label}
            </label>
          ))}
        </fieldset>
      ))}
      {stop !== null && (
        <p className="stopped">
          <b>到此为止：</b>
          {stop}
        </p>
      )}
    </section>
  )
}
