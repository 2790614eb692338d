import type { BundleIntake } from './use-bundle-intake.ts'

/** What is received together: each part with its department, its own limits, and what it waits for. */
export function BundleFacts({ intake }: { intake: BundleIntake }) {
  const { view, standing } = intake
  const nameOf = (itemId: string) => view.items.find((one) => one.itemId === itemId)?.name ?? ''
  return (
    <div className="case-facts">
      <header>
        <h1>{view.title}</h1>
        <span className="tag">一件事</span>
      </header>
      <ul className="bundle-list">
        {standing.parts.map(({ part }) => (
          <li key={part.itemId}>
            {part.name}{' '}
            <span className="sec small">
              {part.departmentName} · 承诺 {part.committedDays} / 法定 {part.statutoryDays} 个工作日
            </span>
          </li>
        ))}
      </ul>
      {standing.plan.needs.map(({ item, of }) => (
        <p key={item + of} className="told quiet">
          “{nameOf(item)}”要等“{nameOf(of)}”的结果才能准予；一次收件，期限各自计算。
          {view.unconfirmed.includes('needs') && ' 次序待部门确认。'}
        </p>
      ))}
    </div>
  )
}
