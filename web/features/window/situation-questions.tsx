import { useId } from 'react'
import { followSituation, withAnswer } from '../../../domain/catalogue/follow-situation.ts'
import type { Situation, SituationQuestion } from '../../../domain/catalogue/situation.ts'

type QuestionsProps = {
  questions: readonly SituationQuestion[]
  answers: Situation
  onAnswers: (answers: Situation) => void
}

/** The guide's questions in the order of their answers; each answer decides what is asked next and which materials are needed. */
export function SituationQuestions({ questions, answers, onAnswers }: QuestionsProps) {
  const { asked } = followSituation(questions, answers)
  if (asked.length === 0) return null
  return (
    <fieldset className="situation">
      <legend>情形</legend>
      {asked.map((question) => (
        <OneQuestion
          key={question.id}
          question={question}
          answer={answers[question.id]}
          onAnswer={(value) => onAnswers(withAnswer(questions, answers, question.id, value))}
        />
      ))}
    </fieldset>
  )
}

function OneQuestion(props: {
  question: SituationQuestion
  answer: string | undefined
  onAnswer: (value: string) => void
}) {
  const { question, answer, onAnswer } = props
  const name = useId()
  const stop = question.options.find(({ value }) => value === answer)?.stop
  return (
    <div role="radiogroup" aria-label={question.text} className="question">
      <b title={question.help ?? undefined}>{question.text}</b>
      <span className="seg">
        {question.options.map(({ value, label }) => (
          <label key={value} className={value === answer ? 'held' : ''}>
            <input
              type="radio"
              name={name}
              checked={value === answer}
              onChange={() => onAnswer(value)}
            />
            {label}
          </label>
        ))}
      </span>
      {stop && (
        <p className="told" role="alert">
          {stop} 申请人坚持申请的，照收并依法书面答复。
        </p>
      )}
    </div>
  )
}
