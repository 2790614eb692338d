import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { certificatePagesQuery, noticePagesQuery } from '../../api/queries.ts'
import { DocumentPages } from '../../ui/document-pages.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { letterNoticeOf } from './letter-notice.ts'

/** The certificate with the seal where it will fall, and the letter that asks for it. */
export function LetterPapers({ application }: { application: ApplicationView }) {
  const [paper, setPaper] = useState<'certificate' | 'letter'>('certificate')
  const letter = letterNoticeOf(application.notices)
  const { certificate, sealing } = application
  const [large, setLarge] = useState(false)
  useHotkeys({
    Z: () => setLarge(!large),
    '1': () => setPaper('certificate'),
    '2': () => setPaper('letter'),
  })
  return (
    <section className={`papers ${large ? 'large' : ''}`} aria-label="证照与函">
      <div className="bar">
        <div role="tablist" aria-label="文书">
          <button
            type="button"
            role="tab"
            aria-selected={paper === 'certificate'}
            onClick={() => setPaper('certificate')}
          >
            证照预览 <Kbd>1</Kbd>
          </button>
          <button
            type="button"
            role="tab"
            aria-selected={paper === 'letter'}
            onClick={() => setPaper('letter')}
          >
            准予许可函 <Kbd>2</Kbd>
          </button>
        </div>
        <span className="sec small ell">
          {paper === 'letter'
            ? (letter?.number ?? '')
            : sealing
              ? '已盖章'
              : '淡色印章为落章位置，尚未盖章'}
        </span>
        <button type="button" className="link" onClick={() => setLarge(!large)}>
          {large ? '整页' : '放大'} <Kbd>Z</Kbd>
        </button>
      </div>
      {paper === 'certificate' ? (
        <CertificatePages
          applicationId={application.applicationId}
          title={certificate?.name ?? '证照'}
        />
      ) : letter ? (
        <LetterPages noticeId={letter.noticeId} title={letter.title} />
      ) : (
        <EmptyNote title="还没有准予许可函">部门出函后在这里显示。</EmptyNote>
      )}
    </section>
  )
}

export function CertificatePages({
  applicationId,
  title,
}: {
  applicationId: string
  title: string
}) {
  return <Pages title={title} {...useQuery(certificatePagesQuery(applicationId))} />
}

function LetterPages({ noticeId, title }: { noticeId: string; title: string }) {
  return <Pages title={title} {...useQuery(noticePagesQuery(noticeId))} />
}

function Pages(props: {
  title: string
  data: { pages: string[] } | undefined
  error: Error | null
  refetch: () => unknown
}) {
  if (props.data) return <DocumentPages title={props.title} pages={props.data.pages} />
  return props.error ? (
    <ProblemNote problem={props.error} onRetry={() => void props.refetch()} />
  ) : (
    <Skeleton lines={10} />
  )
}
