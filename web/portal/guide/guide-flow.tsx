import type { GuideView } from '../../../contract/catalogue.ts'
import { useChinese } from '../words/chinese.ts'
import { flowStagesOf } from './flow-steps.ts'
import { GuideSection } from './guide-section.tsx'
import { Pending } from './pending.tsx'
import { useGuideWords } from './words.ts'

/** The process as a picture made of a list: across on a wide screen, down on a narrow one. */
export function GuideFlow({ guide }: { guide: GuideView }) {
  const words = useGuideWords()
  const chinese = useChinese()
  const stages = flowStagesOf(guide, words)
  const before = (stage: number) =>
    stages.slice(0, stage).reduce((sum, { steps }) => sum + steps.length, 0)
  return (
    <GuideSection
      id="flow"
      title={
        <>
          {words.flow} <Pending guide={guide} part="stepLimits" />
        </>
      }
    >
      <ol className="flow">
        {stages.map((stage, index) => (
          <li key={index} style={{ flexGrow: stage.steps.length }}>
            <span className="limit">{stage.limit}</span>
            <ol start={before(index) + 1}>
              {stage.steps.map(({ name, who, isBody, limit }, place) => (
                <li key={name}>
                  <i aria-hidden="true">{before(index) + place + 1}</i>
                  <span>
                    <b>{name}</b>
                    <small {...(isBody ? chinese : {})}>{who}</small>
                    <em className="days">{limit}</em>
                  </span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <p className="soft note">{words.flowNote}</p>
    </GuideSection>
  )
}
