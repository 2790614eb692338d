import { useId } from 'react'
import type { Situation } from '../../../../domain/catalogue/situation.ts'
import type { BundleIntake } from './use-bundle-intake.ts'

type Question = {
  readonly id: string
  readonly text: string
  readonly help: string | null
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** The questions of the whole thing first: what they answer is not asked of the items again. */
export function BundleQuestions({ intake }: { intake: BundleIntake }) {
  const { view, draft, standing } = intake
  const { choices, own } = draft.value
  return (
    <fieldset className="situation">
      <legend>情形</legend>
      <Questions
        questions={view.questions}
        answers={choices}
        onAnswer={(question, value) =>
          draft.set((before) => ({ ...before, choices: { ...before.choices, [question]: value } }))
        }
      />
      {standing.plan.open.length === 0 &&
        standing.parts.map(({ part, asked, stop }) => (
          <div key={part.itemId} role="group" aria-label={part.name}>
            {asked.length > 0 && <p className="sec part-name">{part.name}</p>}
            <Questions
              questions={asked}
              answers={own[part.itemId] ?? {}}
              onAnswer={(question, value) =>
                draft.set((before) => ({
                  ...before,
                  own: {
                    ...before.own,
                    [part.itemId]: { ...before.own[part.itemId], [question]: value },
                  },
                }))
              }
            />
            {stop !== null && (
              <p className="told" role="alert">
                {stop}
              </p>
            )}
          </div>
        ))}
    </fieldset>
  )
}

function Questions(props: {
  questions: readonly Question[]
  answers: Situation
  onAnswer: (question: string, value: string) => void
}) {
  const name = useId()
  return props.questions.map(({ id, text, help, options }) => (
    <div key={id} role="radiogroup" aria-label={text} className="question">
      <b title={help ?? undefined}>{text}</b>
      <span className="seg">
        {options.map(({ value, label }) => (
          <label key={value} className={value === props.answers[id] ? 'held' : ''}>
            <input
              type="radio"
              name={`${name}.${id}`}
              checked={value === props.answers[id]}
              onChange={() => props.onAnswer(id, value)}
            />
            {label}
          </label>
        ))}
      </span>
    </div>
  ))
}
