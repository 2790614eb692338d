import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { certificatePagesQuery, noticePagesQuery } from '../../api/queries.ts'
import { DocumentPages } from '../../ui/document-pages.tsx'
import { certificatePdfAddress, noticePdfAddress } from '../../ui/document-viewer.tsx'
import { PrintButton } from '../../ui/print-button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

const HANDED_OUT = ['grant-decision', 'refusal-decision', 'delivery-receipt', 'pickup-notice']

type Paper = { readonly id: string; readonly title: string; readonly certificate: boolean }

/** The papers of the result, as they will be handed out. */
export function ResultPages(props: {
  application: ApplicationView
  /** The paper just made: it is the one to print now. */
  first: string | undefined
}) {
  const { application } = props
  const papers = papersOf(application)
  const [chosen, setChosen] = useState(props.first)
  const paper = papers.find(({ id }) => id === chosen) ?? papers[0]
  if (paper === undefined) return <p className="none">本件没有可以在这里显示的文书。</p>
  const pdf = paper.certificate ? certificatePdfAddress(paper.id) : noticePdfAddress(paper.id)
  return (
    <div className="result">
      <div className="bar">
        <div role="tablist" aria-label="交付的文书">
          {papers.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              role="tab"
              aria-selected={id === paper.id}
              onClick={() => setChosen(id)}
            >
              {title}
            </button>
          ))}
        </div>
        <PrintButton
          document={
            paper.certificate
              ? { kind: 'certificate', applicationId: paper.id }
              : { kind: 'notice', noticeId: paper.id }
          }
          hotkey="Ctrl+P"
        />
        <a className="btn" href={pdf} download>
          下载 PDF
        </a>
      </div>
      <PaperPages key={paper.id} paper={paper} />
    </div>
  )
}

function papersOf({ applicationId, certificate, notices }: ApplicationView): readonly Paper[] {
  return [
    ...(certificate ? [{ id: applicationId, title: certificate.name, certificate: true }] : []),
    ...notices
      .filter(({ kind }) => HANDED_OUT.includes(kind))
      .map(({ noticeId, title }) => ({ id: noticeId, title, certificate: false })),
  ]
}

function PaperPages({ paper }: { paper: Paper }) {
  return paper.certificate ? <CertificatePages {...paper} /> : <NoticePages {...paper} />
}

function CertificatePages({ id, title }: Paper) {
  return <Pages title={title} {...useQuery(certificatePagesQuery(id))} />
}

function NoticePages({ id, title }: Paper) {
  return <Pages title={title} {...useQuery(noticePagesQuery(id))} />
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
