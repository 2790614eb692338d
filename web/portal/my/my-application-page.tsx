import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { applicationQuery } from '../../api/queries.ts'
import { ClockRibbon } from '../../ui/clock-ribbon.tsx'
import { dayOf, longDate } from '../../ui/dates.ts'
import { DocumentViewer, type DocumentChoice } from '../../ui/document-viewer.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useLanguage } from '../words/language.ts'
import { headlineOf, statusWord } from './my-words.ts'
import { MyActs } from './my-acts.tsx'
import { MyCorrection } from './my-correction.tsx'
import { MyDocuments } from './my-documents.tsx'
import { MyPromises } from './my-promises.tsx'
import { MyProgress } from './my-progress.tsx'
import { useMyWords } from './words.ts'

/** Where it stands, by when the law obliges the office, what was told in writing, and what the applicant can do. */
export function MyApplicationPage({ applicationId }: { applicationId: string }) {
  const words = useMyWords()
  const { data, error, refetch } = useQuery(applicationQuery(applicationId))
  if (data) return <MyApplication application={data} />
  if (error)
    return (
      <>
        <p className="crumb">
          <a href="/my">{words.title}</a>
        </p>
        <ProblemNote problem={error} onRetry={() => void refetch()} />
      </>
    )
  return <Skeleton lines={10} />
}

function MyApplication({ application }: { application: ApplicationView }) {
  const words = useMyWords()
  const language = useLanguage()
  const [shown, setShown] = useState<DocumentChoice | null>(null)
  const { item, applicant, ledger } = application
  const { status, statusName, due, closure, correction } = application
  const headline = headlineOf(
    {
      status,
      statusName,
      due,
      closure,
      correction: correction && { outstanding: correction.outstanding.length },
    },
    words,
    language,
  )
  return (
    <>
      <p className="crumb">
        <a href="/my">{words.title}</a> / {application.number}
      </p>
      <div className="my-head">
        <div>
          <h1 lang="zh-CN">{item.name}</h1>
          <p className="soft">
            <span lang="zh-CN">{applicant.name}</span> ·{' '}
            {words.received(longDate(dayOf(application.receivedAt), language))} ·{' '}
            <span lang="zh-CN">{item.departmentName}</span>
          </p>
        </div>
        <span className="my-state">
          <Lamp light={application.light}>{statusWord(status, statusName, words)}</Lamp>
        </span>
      </div>
      {application.bundle && (
        <p className="soft">
          <a href={`/my/bundles/${application.bundle.bundleCaseId}`}>{words.partOfBundle}</a>
        </p>
      )}
      <MyCorrection application={application} />
      <MyPromises application={application} onShow={setShown} />
      <section className="card my-clock">
        <p className="big">
          {headline.main}
          {headline.beside && (
            <small lang={headline.besideIsChinese ? 'zh-CN' : undefined}>{headline.beside}</small>
          )}
        </p>
        {ledger && <ClockRibbon ledger={ledger} />}
      </section>
      <div className="my-two">
        <MyProgress application={application} />
        <div className="my-side">
          <MyDocuments application={application} onShow={setShown} />
          <MyActs application={application} />
        </div>
      </div>
      {shown && <DocumentViewer choice={shown} onClose={() => setShown(null)} />}
    </>
  )
}
