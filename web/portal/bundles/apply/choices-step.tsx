import { StepButtons, StepHeading } from '../../apply/step-parts.tsx'
import { BundleChoices } from '../bundle-choices.tsx'
import { BundleParts } from '../bundle-parts.tsx'
import { useBundleWords } from '../words.ts'
import type { BundleFlow } from './bundle-flow.ts'

/** The bundle's questions, then what each item still asks of its own. */
export function ChoicesStep({ flow }: { flow: BundleFlow }) {
  const words = useBundleWords()
  const { view, draft, change, standing, go } = flow
  const { plan, parts, isAnswered } = standing
  const asking = parts.filter(({ asked, stop }) => asked.length > 0 || stop !== null)
  return (
    <>
      <StepHeading id="choices">{words.choices}</StepHeading>
      <BundleChoices
        of={view.bundleId}
        questions={view.questions}
        answers={draft.choices}
        onAnswer={(question, value) =>
          change((now) => ({ choices: { ...now.choices, [question]: value } }))
        }
      />
      {plan.open.length === 0 &&
        asking.map(({ part, asked, stop }) => (
          <section key={part.itemId} className="bundle-own" aria-labelledby={`own-${part.itemId}`}>
            <h2 id={`own-${part.itemId}`} lang="zh-CN">
              {part.name}
            </h2>
            <BundleChoices
              of={part.itemId}
              questions={asked}
              answers={draft.own[part.itemId] ?? {}}
              onAnswer={(question, value) =>
                change((now) => ({
                  own: {
                    ...now.own,
                    [part.itemId]: { ...now.own[part.itemId], [question]: value },
                  },
                }))
              }
            />
            {stop !== null && (
              <p className="apply-note" role="status" lang="zh-CN">
                {stop}
              </p>
            )}
          </section>
        ))}
      <section className="bundle-own" aria-labelledby="parts-left">
        <h2 id="parts-left">{words.covers}</h2>
        <BundleParts parts={view.parts} itemIds={plan.itemIds} />
      </section>
      {!isAnswered && (
        <p className="soft apply-hint" role="status">
          {parts.some(({ stop }) => stop !== null) ? words.stopped : words.answerAll}
        </p>
      )}
      <StepButtons onNext={() => go('who')} busy={!isAnswered} />
    </>
  )
}
