import { useRef } from 'react'
import { materialStanding } from '../../../../domain/catalogue/material-standing.ts'
import type { SituationQuestion } from '../../../../domain/catalogue/situation.ts'
import { situationPatch, stepsOf } from '../apply-steps.ts'
import { StepButtons, StepHeading } from '../step-parts.tsx'
import { useApply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'
import './questions.css'

/** One question of the situation; what has to be brought shrinks below while one answers. */
export function AskStep({ question }: { question: SituationQuestion }) {
  const words = useApplyWords()
  const { guide, state, steps, patch, go } = useApply()
  const { situation } = state.draft.content
  const first = useRef<HTMLInputElement>(null)
  const answer = situation[question.id]
  const index = steps.findIndex(({ id }) => id === `ask.${question.id}`)
  const choose = (value: string) =>
    patch({ situation: situationPatch(guide, situation, question.id, value) })
  const next = () => {
    const then = stepsOf(guide, null, { situation, answers: {} })
    const following = then[then.findIndex(({ id }) => id === `ask.${question.id}`) + 1]
    if (answer === undefined || !following) return first.current?.focus()
    go(following.id)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <StepHeading id={question.id} lang="zh-CN">
        {question.text}
      </StepHeading>
      {question.help && (
        <p className="apply-lead" lang="zh-CN">
          {question.help}
        </p>
      )}
      <div className="form-choices apply-choices" role="radiogroup" aria-label={question.text}>
        {question.options.map(({ value, label }, position) => (
          <label key={value} className={`form-option ${answer === value ? 'on' : ''}`}>
            <input
              ref={position === 0 ? first : undefined}
              type="radio"
              name={question.id}
              value={value}
              checked={answer === value}
              onChange={() => choose(value)}
            />
            <span lang="zh-CN">{label}</span>
          </label>
        ))}
      </div>
      {answer === undefined && <p className="soft apply-hint">{words.chooseOne}</p>}
      <StepButtons
        onBack={index > 0 ? () => go(steps[index - 1]?.id ?? '') : undefined}
        onNext={next}
        next={words.next}
      />
      <Shrinking />
    </form>
  )
}

function Shrinking() {
  const words = useApplyWords()
  const { guide, state } = useApply()
  const standings = guide.materials.map((material) => ({
    material,
    standing: materialStanding(guide, material, state.draft.content.situation),
  }))
  const left = standings.filter(({ standing }) => standing !== 'dropped').length
  return (
    <section className="apply-shrinking" aria-label={words.materials}>
      <h2 aria-live="polite">
        {left === standings.length
          ? words.materialsAll(left)
          : words.materialsLeft(left, standings.length)}
      </h2>
      <ol>
        {standings.map(({ material, standing }) => (
          <li key={material.number} className={standing}>
            <span lang="zh-CN">{material.name}</span>
            {standing !== 'wanted' && (
              <small>{standing === 'dropped' ? words.notNeeded : words.dependsOnAnswers}</small>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
