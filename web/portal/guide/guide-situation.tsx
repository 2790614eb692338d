import type { GuideView } from '../../../contract/catalogue.ts'
import { followSituation } from '../../../domain/catalogue/follow-situation.ts'
import { isAsked, materialsFor } from '../../../domain/catalogue/materials-for.ts'
import type { Situation } from '../../../domain/catalogue/situation.ts'
import { useChinese } from '../words/chinese.ts'
import { GuideSection } from './guide-section.tsx'
import { Pending } from './pending.tsx'
import { useGuideWords } from './words.ts'

/** The questions, one after the other as the answers lead; what is asked of the visitor is seen at once below. */
export function GuideSituation(props: {
  guide: GuideView
  situation: Situation
  onChange: (situation: Situation) => void
}) {
  const words = useGuideWords()
  const chinese = useChinese()
  const { guide, situation, onChange } = props
  const { asked, stop, done } = followSituation(guide.questions, situation)
  const needed = materialsFor(guide, situation).filter(isAsked).length
  return (
    <GuideSection
      id="situation"
      title={
        <>
          {words.situation} <span className="soft">{words.situationSays}</span>
        </>
      }
    >
      {asked.map((question) => (
        <fieldset key={question.id} className="question">
          <legend {...chinese}>{question.text}</legend>
          {question.help && (
            <p className="soft" {...chinese}>
              {question.help}
            </p>
          )}
          <Pending guide={guide} part={`questions.${question.id}`} />
          <div className="options">
            {question.options.map(({ value, label }) => (
              <label key={value}>
                <input
                  type="radio"
                  name={`situation-${question.id}`}
                  checked={situation[question.id] === value}
                  onChange={() => onChange(answered(asked, situation, question.id, value))}
                />
                <span {...chinese}>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div role="status">
        {stop !== null && (
          <p className="banner">
            <span>
              <b>{words.stopTitle}</b> <span {...chinese}>{stop}</span>
            </span>
          </p>
        )}
        {done && <p className="done">{words.situationDone(needed)}</p>}
      </div>
      {Object.keys(situation).length > 0 && (
        <button type="button" className="btn quiet no-print" onClick={() => onChange({})}>
          {words.restart}
        </button>
      )}
    </GuideSection>
  )
}

/** What was answered up to this question stays, what came after falls away. */
function answered(
  asked: readonly { readonly id: string }[],
  situation: Situation,
  id: string,
  value: string,
): Situation {
  const before = asked.slice(
    0,
    asked.findIndex((question) => question.id === id),
  )
  const kept = before.flatMap((one) => {
    const answer = situation[one.id]
    return answer === undefined ? [] : [[one.id, answer] as const]
  })
  return Object.fromEntries([...kept, [id, value]])
}
