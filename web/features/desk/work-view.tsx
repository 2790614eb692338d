import { Link } from 'react-router'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { ClockRibbon } from '../../ui/clock-ribbon.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { WorkActs } from './work-acts.tsx'
import { WorkFacts } from './work-facts.tsx'
import { WorkPapers } from './work-papers.tsx'

/** Ribbon above, papers left, facts right, the next act below. */
export function WorkView(props: { application: ApplicationView; onNext: () => void }) {
  const { application } = props
  return (
    <article className="view" aria-label={application.item.name}>
      <header>
        <div className="title">
          <h1 className="ell">{application.item.name}</h1>
          <Link className="nowrap" to={`/applications/${application.applicationId}`}>
            {application.number}
          </Link>
          <Lamp light={application.light}>
            {application.statusName} · {application.lightName}
          </Lamp>
        </div>
        {application.ledger && <ClockRibbon ledger={application.ledger} headless />}
      </header>
      <WorkPapers application={application} />
      <WorkFacts application={application} />
      <WorkActs application={application} onNext={props.onNext} />
    </article>
  )
}
