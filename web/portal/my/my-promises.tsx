import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate } from '../../ui/dates.ts'
import type { DocumentChoice } from '../../ui/document-viewer.tsx'
import { useLanguage } from '../words/language.ts'
import { SupplyFiles } from './supply-files.tsx'
import { useMyWords } from './words.ts'

/** What the applicant promised: materials still to come, and commitments that the office checks. */
export function MyPromises(props: {
  application: ApplicationView
  onShow: (choice: DocumentChoice) => void
}) {
  const { application } = props
  const words = useMyWords()
  const language = useLanguage()
  const { tolerance, commitments } = application
  const owed = tolerance !== null && tolerance.outstanding.length > 0 ? tolerance : null
  if (owed === null && commitments.length === 0) return null
  const promise = application.notices.find(({ kind }) => kind === 'tolerance-promise')
  const nameOf = (number: number) =>
    application.materials.find((one) => one.number === number)?.name ?? ''
  return (
    <section className="card my-panel my-promises">
      <h2>{words.promises}</h2>
      {owed !== null && (
        <>
          <p role={owed.lapsedOn === null ? undefined : 'alert'}>
            {owed.lapsedOn === null
              ? words.owedBy(longDate(owed.dueOn, language))
              : words.owedSince(longDate(owed.dueOn, language))}{' '}
            {owed.lapsedOn === null && <b>{words.daysToSupply(owed.workingDaysLeft)}</b>}
          </p>
          {promise && (
            <p>
              {words.promisedOn(longDate(owed.promisedOn, language))}{' '}
              <button
                type="button"
                className="plain"
                lang="zh-CN"
                onClick={() =>
                  props.onShow({
                    kind: 'notice',
                    noticeId: promise.noticeId,
                    title: promise.title,
                  })
                }
              >
                {promise.title}
              </button>
            </p>
          )}
          {owed.requests.map(({ on, text }) => (
            <p key={on + text}>
              {words.askedFor(longDate(on, language))} <span lang="zh-CN">{text}</span>
            </p>
          ))}
          {application.possible.includes('supply-tolerated') ? (
            <SupplyFiles
              application={application}
              outstanding={owed.outstanding}
              by="supply-tolerated"
            />
          ) : (
            <ul>
              {owed.outstanding.map((number) => (
                <li key={number} lang="zh-CN">
                  {number}. {nameOf(number)}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {commitments.length > 0 && (
        <ul>
          {commitments.map(({ material, name, state, dueOn, check }) => (
            <li key={material}>
              <span lang="zh-CN">
                {material}. {name}
              </span>{' '}
              {check === null
                ? dueOn === null
                  ? words.checkedSomeDay
                  : words.checkedBy(longDate(dueOn, language))
                : state === 'kept'
                  ? words.checkedTrue(longDate(check.on, language))
                  : words.checkedUntrue(longDate(check.on, language))}{' '}
              {check !== null && <span lang="zh-CN">{check.finding}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
