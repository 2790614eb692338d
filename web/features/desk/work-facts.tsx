import { Fragment } from 'react'
import { Link } from 'react-router'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { BundlePanel } from '../../ui/bundle/bundle-panel.tsx'
import { dueWords, longDate, monthDay } from '../../ui/dates.ts'
import { commitmentWords, factsOf, lapsedWords } from './facts.ts'

/** What is known, and what was said so far. */
export function WorkFacts({ application }: { application: ApplicationView }) {
  const { opinions, letter, decision, step } = application
  const openCards = application.cards.filter(({ open }) => open)
  return (
    <section className="facts" aria-label="事实">
      {letter?.returned && (
        <p className="told" role="alert">
          <b>准予许可函于 {longDate(letter.returned.on)} 被退回：</b>
          {letter.returned.reason}
        </p>
      )}
      <BrokenPromises application={application} />
      {openCards.map((card) => (
        <p key={card.rule} className={`told ${card.level}`}>
          <b>{card.ruleName}</b>：{card.fact}{' '}
          <Link to={`/applications/${application.applicationId}`}>去说明</Link>
        </p>
      ))}
      <BundlePanel application={application} />
      <h2 className="h">事实</h2>
      <dl>
        {factsOf(application).map(({ name, value }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
        {step && step.due.state !== 'none' && (
          <>
            <dt>步骤期限</dt>
            <dd>
              {step.stepName} {dueWords(step.due)}
            </dd>
          </>
        )}
      </dl>
      {(opinions.length > 0 || decision) && <h2 className="h">意见</h2>}
      <ul>
        {opinions.map(({ departmentName, byName, outcome, opinion, on }) => (
          <li key={`${departmentName}${on}${byName}`}>
            <b>{outcome === 'pass' ? '审核通过' : '审核不通过'}</b>
            <span className="sec small">
              {departmentName} {byName} {monthDay(on)}
            </span>
            <p>{opinion}</p>
          </li>
        ))}
        {decision && (
          <li>
            <b>{decision.outcome === 'grant' ? '准予许可' : '不予许可'}</b>
            <span className="sec small">
              {decision.deemed ? '依法视为准予' : '决定'} {monthDay(decision.on)}
            </span>
            <p>{decision.reason}</p>
          </li>
        )}
      </ul>
    </section>
  )
}

/** What the applicant promised and did not keep: it presses before every other fact. */
function BrokenPromises({ application }: { application: ApplicationView }) {
  const { tolerance, commitments } = application
  const isOwed = tolerance !== null && tolerance.outstanding.length > 0
  return (
    <>
      {isOwed && tolerance.lapsedOn !== null && (
        <p className="told" role="alert">
          <b>容缺承诺逾期</b>：{lapsedWords(application)}
        </p>
      )}
      {commitments
        .filter(({ state }) => state === 'broken')
        .map((one) => (
          <p key={one.material} className="told" role="alert">
            <b>承诺不实</b>：{commitmentWords(one)}
          </p>
        ))}
    </>
  )
}
