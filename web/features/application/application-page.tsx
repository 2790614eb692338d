import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { applicationQuery } from '../../api/queries.ts'
import { BundlePanel } from '../../ui/bundle/bundle-panel.tsx'
import { ClockRibbon } from '../../ui/clock-ribbon.tsx'
import { DocumentViewer, type DocumentChoice } from '../../ui/document-viewer.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { ApplicationHead } from './application-head.tsx'
import { CardsPanel } from './cards-panel.tsx'
import { DocumentsPanel } from './documents-panel.tsx'
import { FilledPanel } from './filled-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { MaterialsPanel } from './materials-panel.tsx'
import { NextPanel } from './next-panel.tsx'
import { OpinionsPanel } from './opinions-panel.tsx'
import { RatingsPanel } from './ratings-panel.tsx'
import './application.css'

/** One application, whole: its clock, its history, its papers. */
export function ApplicationPage() {
  const { applicationId = '' } = useParams()
  const { data, error, refetch } = useQuery(applicationQuery(applicationId))
  return (
    <StaffShell place="办件">
      <div className="application">
        {data && <ApplicationBody application={data} />}
        {!data && error && <ProblemNote problem={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={12} />}
      </div>
    </StaffShell>
  )
}

function ApplicationBody({ application }: { application: ApplicationView }) {
  const [shown, setShown] = useState<DocumentChoice | null>(null)
  return (
    <>
      <ApplicationHead application={application} />
      {application.ledger && (
        <div className="panel clock">
          <ClockRibbon ledger={application.ledger} />
        </div>
      )}
      <div className="two">
        <div className="side">
          <HistoryPanel application={application} />
          <OpinionsPanel application={application} />
        </div>
        <div className="side">
          <NextPanel application={application} />
          <BundlePanel application={application} />
          <RatingsPanel application={application} />
          <CardsPanel application={application} />
          <DocumentsPanel application={application} onShow={setShown} />
          <FilledPanel application={application} />
          <MaterialsPanel application={application} />
        </div>
      </div>
      {shown && <DocumentViewer choice={shown} onClose={() => setShown(null)} />}
    </>
  )
}
