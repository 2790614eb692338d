import { situationFault } from '../../../../domain/catalogue/follow-situation.ts'
import type { Situation } from '../../../../domain/catalogue/situation.ts'
import type { Question } from './new-parts.ts'

/** The situation questions as an applicant answers them: one after the other. */
export function PreviewQuestions(props: {
  questions: readonly Question[]
  situation: Situation
  onAnswer: (situation: Situation) => void
}) {
  const asked = askedOf(props.questions, props.situation)
  if (asked.length === 0) return null
  const fault = situationFault(props.questions, props.situation)
  const answer = (at: number, value: string) =>
    props.onAnswer(
      Object.fromEntries([
        ...asked.slice(0, at).map(({ id }) => [id, props.situation[id] ?? ''] as const),
        [asked[at]?.id ?? '', value],
      ]),
    )
  return (
    <section>
      <h3>您属于哪种情形</h3>
      {asked.map((question, at) => (
        <fieldset key={question.id}>
          <legend>{question.text}</legend>
          {question.help !== null && <small className="sec">{question.help}</small>}
          {question.options.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name={`preview-${question.id}`}
                checked={props.situation[question.id] === value}
                onChange={() => answer(at, value)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      ))}
      {fault?.why === 'stopped' && (
        <p className="stopped">
          <b>到此为止：</b>
          {fault.told}
        </p>
      )}
    </section>
  )
}

/** The questions answered so far, and the next one. */
function askedOf(questions: readonly Question[], situation: Situation): readonly Question[] {
  const asked: Question[] = []
  let id = questions[0]?.id ?? null
  while (id !== null) {
    const question = questions.find((one) => one.id === id)
    if (question === undefined || asked.includes(question)) break
    asked.push(question)
    const given = situation[question.id]
    id = question.options.find(({ value }) => value === given)?.next ?? null
  }
  return asked
}
