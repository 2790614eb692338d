import { useQuery } from '@tanstack/react-query'
import { certificatePagesQuery, noticePagesQuery } from '../../api/queries.ts'
import { DocumentPages } from '../../ui/document-pages.tsx'
import { certificatePdfAddress, noticePdfAddress } from '../../ui/document-viewer.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

type Issued = {
  readonly kind: 'notice' | 'certificate'
  readonly id: string
  readonly name: string
}

/** A notice or the certificate, as it was issued. */
export function IssuedPages({ paper }: { paper: Issued }) {
  return paper.kind === 'certificate' ? <Certificate {...paper} /> : <Notice {...paper} />
}

function Certificate({ id, name }: Issued) {
  return (
    <Pages name={name} pdf={certificatePdfAddress(id)} {...useQuery(certificatePagesQuery(id))} />
  )
}

function Notice({ id, name }: Issued) {
  return <Pages name={name} pdf={noticePdfAddress(id)} {...useQuery(noticePagesQuery(id))} />
}

function Pages(props: {
  name: string
  pdf: string
  data: { number: string; pages: string[] } | undefined
  error: Error | null
  refetch: () => unknown
}) {
  return (
    <>
      <div className="bar">
        <b>{props.name}</b>
        <span className="sec small">{props.data?.number}</span>
        <span className="files" />
        <a href={props.pdf} target="_blank" rel="noreferrer">
          PDF
        </a>
      </div>
      {props.data && <DocumentPages title={props.name} pages={props.data.pages} />}
      {!props.data && props.error && (
        <ProblemNote problem={props.error} onRetry={() => void props.refetch()} />
      )}
      {!props.data && !props.error && <Skeleton lines={10} />}
    </>
  )
}
