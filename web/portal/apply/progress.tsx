import { visibleFields } from '../../../domain/form/visible-answers.ts'
import type { Step } from './apply-steps.ts'
import { useApply } from './use-apply.ts'
import { useApplyWords } from './words.ts'

/** Minutes a page takes, as drawn from its questions; said as 约. */
const MINUTES = { ask: 0.3, stop: 0, who: 1, materials: 0.5, review: 1 } as const
const MINUTES_A_FIELD = 0.3
const MINUTES_A_MATERIAL = 1

export function Progress({ steps, step }: { steps: readonly Step[]; step: Step }) {
  const words = useApplyWords()
  const { form, state, materials, pagesOf } = useApply()
  if (step.kind === 'stop') return null
  // The questions before the form are one stage, however many there are.
  const stages = stagesOf(steps)
  const at = stages.findIndex((stage) => stage.includes(step))
  const isAsking = step.kind === 'ask' && steps.at(-1)?.kind === 'ask'
  const { content } = state.draft
  const shown = form ? visibleFields(form, content.answers, content.situation).length : 0
  const open = form
    ? visibleFields(form, content.answers, content.situation).filter(
        ({ element }) => content.answers[element] === undefined,
      ).length
    : shown
  const waiting = materials.filter(({ number }) => pagesOf(number).length === 0).length
  const left = steps
    .slice(steps.indexOf(step))
    .reduce(
      (sum, one) => sum + (one.kind === 'group' ? 0 : MINUTES[one.kind]),
      open * MINUTES_A_FIELD + waiting * MINUTES_A_MATERIAL,
    )
  const minutes = Math.max(1, Math.round(left))
  return (
    <>
      <p className="apply-progress">
        <span>{isAsking ? words.questionFirst : words.stage(at + 1, stages.length)}</span>
        {step.kind !== 'review' && <span>{words.minutes(minutes)}</span>}
      </p>
      {!isAsking && (
        <div
          className="apply-track"
          role="img"
          aria-label={words.trackLabel(at, at + 1, stages.length)}
        >
          {stages.map((stage, index) => (
            <i
              key={stage[0]?.id}
              className={index < at ? 'done' : index === at ? 'now' : ''}
              aria-hidden="true"
            />
          ))}
        </div>
      )}
    </>
  )
}

function stagesOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const asks = steps.filter(({ kind }) => kind === 'ask')
  const rest = steps.filter(({ kind }) => kind !== 'ask').map((one) => [one])
  return asks.length > 0 ? [asks, ...rest] : rest
}
