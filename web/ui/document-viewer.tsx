import { useQuery } from '@tanstack/react-query'
import { certificatePdf, noticePdf } from '../../contract/documents.ts'
import { asApiProblem } from '../api/api-problem.ts'
import { addressOf } from '../api/call.ts'
import { certificatePagesQuery, noticePagesQuery } from '../api/queries.ts'
import { NoticeDialog } from './notice-dialog.tsx'
import { useUiWords } from './ui-words.ts'
import './document-viewer.css'

/** Which document: a notice by its id, or the certificate of an application. */
export type DocumentChoice =
  | { readonly kind: 'notice'; readonly noticeId: string; readonly title: string }
  | { readonly kind: 'certificate'; readonly applicationId: string; readonly title: string }

/** The pages of an issued document, and its signed PDF. */
export function DocumentViewer({
  choice,
  onClose,
}: {
  choice: DocumentChoice
  onClose: () => void
}) {
  return choice.kind === 'notice' ? (
    <NoticeViewer {...choice} onClose={onClose} />
  ) : (
    <CertificateViewer {...choice} onClose={onClose} />
  )
}

function NoticeViewer(props: { noticeId: string; title: string; onClose: () => void }) {
  const document = useQuery(noticePagesQuery(props.noticeId))
  return (
    <NoticeDialog
      open
      title={props.title}
      pages={document.data?.pages}
      problem={document.error ? asApiProblem(document.error) : null}
      extra={<PdfLink href={noticePdfAddress(props.noticeId)} />}
      onClose={props.onClose}
    />
  )
}

function CertificateViewer(props: { applicationId: string; title: string; onClose: () => void }) {
  const document = useQuery(certificatePagesQuery(props.applicationId))
  return (
    <NoticeDialog
      open
      title={props.title}
      pages={document.data?.pages}
      problem={document.error ? asApiProblem(document.error) : null}
      extra={<PdfLink href={certificatePdfAddress(props.applicationId)} />}
      onClose={props.onClose}
    />
  )
}

function PdfLink({ href }: { href: string }) {
  return (
    <a className="pdf-link" href={href} download>
      {useUiWords().downloadPdf}
    </a>
  )
}

export function noticePdfAddress(noticeId: string): string {
  return addressOf(noticePdf.path, { noticeId }, {})
}

export function certificatePdfAddress(applicationId: string): string {
  return addressOf(certificatePdf.path, { applicationId }, {})
}
