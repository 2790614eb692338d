import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate, monthDay } from '../../ui/dates.ts'
import {
  certificatePdfAddress,
  noticePdfAddress,
  type DocumentChoice,
} from '../../ui/document-viewer.tsx'

export function DocumentsPanel(props: {
  application: ApplicationView
  onShow: (choice: DocumentChoice) => void
}) {
  const { notices, certificate, applicationId } = props.application
  return (
    <section className="panel">
      <div className="ph">
        <h2 className="h">文书</h2>
        <span className="sec">{notices.length + (certificate ? 1 : 0)} 份</span>
      </div>
      <table className="docs">
        <tbody>
          {certificate && (
            <DocumentRow
              title={certificate.name}
              number={certificate.number}
              dated={certificate.validFrom}
              pdf={certificatePdfAddress(applicationId)}
              onShow={() =>
                props.onShow({ kind: 'certificate', applicationId, title: certificate.name })
              }
            />
          )}
          {notices
            .toSorted((a, b) => b.dated.localeCompare(a.dated))
            .map(({ noticeId, title, number, dated }) => (
              <DocumentRow
                key={noticeId}
                title={title}
                number={number}
                dated={dated}
                pdf={noticePdfAddress(noticeId)}
                onShow={() => props.onShow({ kind: 'notice', noticeId, title })}
              />
            ))}
        </tbody>
      </table>
      {notices.length === 0 && !certificate && <p className="none">还没有出具文书。</p>}
    </section>
  )
}

function DocumentRow(props: {
  title: string
  number: string
  dated: string
  pdf: string
  onShow: () => void
}) {
  return (
    <tr>
      <td>
        <span className="b">{props.title}</span>
        <div className="sec small nowrap">{props.number}</div>
      </td>
      <td className="sec nowrap" title={longDate(props.dated)}>
        {monthDay(props.dated)}
      </td>
      <td>
        <button type="button" className="link" onClick={props.onShow}>
          查看
        </button>
        <a href={props.pdf} download aria-label={`下载${props.title} PDF`}>
          PDF
        </a>
      </td>
    </tr>
  )
}
