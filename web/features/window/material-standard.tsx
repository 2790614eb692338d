import type { Fact } from '../../../domain/catalogue/rendering/material-facts.ts'

/** What the guide says of a material, opened where the clerk wants to compare. */
export function MaterialStandard({ facts }: { facts: readonly Fact[] }) {
  return (
    <details className="standard-facts">
      <summary>标准</summary>
      <dl>
        {facts.map(({ part, name, words, isOpen }) => (
          <div key={part}>
            <dt>{name}</dt>
            <dd>
              {words.join('；')}
              {isOpen && <span className="tag amber">待部门确认</span>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
