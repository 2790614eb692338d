import type { GuideView } from '../../contract/catalogue.ts'
import { flowStagesOf } from './flow-steps.ts'

/** The process as a picture made of a list: across on a wide screen, down on a narrow one. */
export function GuideFlow({ guide }: { guide: GuideView }) {
  const stages = flowStagesOf(guide)
  const before = (stage: number) =>
    stages.slice(0, stage).reduce((sum, { steps }) => sum + steps.length, 0)
  return (
    <section className="s" id="flow">
      <h2>办理流程</h2>
      <ol className="flow">
        {stages.map((stage, index) => (
          <li key={stage.limit} style={{ flexGrow: stage.steps.length }}>
            <span className="limit">{stage.limit}</span>
            <ol start={before(index) + 1}>
              {stage.steps.map(({ name, who, limit }, place) => (
                <li key={name}>
                  <i aria-hidden="true">{before(index) + place + 1}</i>
                  <span>
                    <b>{name}</b>
                    <small>{who}</small>
                    <em>{limit}</em>
                  </span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
      <p className="soft note">
        “日”均为工作日，当日不计入。听证、检验、专家评审等特别程序的时间不计入，所需时间另行书面告知。
      </p>
    </section>
  )
}
