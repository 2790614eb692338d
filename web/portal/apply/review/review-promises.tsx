import { isAsked } from '../../../../domain/catalogue/materials-for.ts'
import { materialState } from '../materials/material-state.ts'
import { useApply } from '../use-apply.ts'
import { useApplyWords } from '../words.ts'
import './review.css'

/** What is promised with this application, and what follows from a promise not kept. */
export function Commitments() {
  const words = useApplyWords()
  const apply = useApply()
  const { content } = apply.state.draft
  const asked = apply.materials.filter(isAsked)
  const promised = asked.filter((material) => materialState(material, apply).kind === 'promised')
  const following = asked.filter((material) => materialState(material, apply).kind === 'follows')
  const selfMade = asked.filter(({ number }) => content.materials[number]?.selfMade)
  if (promised.length + following.length + selfMade.length === 0) return null
  return (
    <section className="apply-promises">
      <h2>{words.promises}</h2>
      {promised.length > 0 && (
        <div>
          <h3>{words.wayCommitment}</h3>
          <Names names={promised.map(({ name }) => name)} />
          <p>{words.commitmentText}</p>
        </div>
      )}
      {following.length > 0 && (
        <div>
          <h3>{words.wayFollow}</h3>
          <Names
            names={following.map(({ name, tolerableDays }) =>
              words.withinDays(name, tolerableDays ?? 0),
            )}
          />
          <p>{words.followText}</p>
        </div>
      )}
      {selfMade.length > 0 && (
        <div>
          <h3>{words.selfMadeTitle}</h3>
          <Names names={selfMade.map(({ name }) => name)} />
          <p>{words.selfMade}</p>
        </div>
      )}
    </section>
  )
}

function Names({ names }: { names: readonly string[] }) {
  return (
    <ul lang="zh-CN">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}

/** What the receipt made at once will say (许可法 32). */
export function ReceiptWords() {
  const words = useApplyWords()
  const { guide, materials } = useApply()
  const count = materials.filter(isAsked).length
  return (
    <section className="apply-receipt">
      <h2>{words.receiptTitle}</h2>
      <ul>
        <li>{words.receiptWhat(count)}</li>
        <li>{words.receiptMeans}</li>
        <li>{words.receiptLimit}</li>
        <li>{words.receiptDecision(guide.committedDays, guide.statutoryDays)}</li>
      </ul>
    </section>
  )
}
