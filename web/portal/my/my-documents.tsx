import { useQuery } from '@tanstack/react-query'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { meQuery } from '../../api/queries.ts'
import { monthDay } from '../../ui/dates.ts'
import {
  certificatePdfAddress,
  noticePdfAddress,
  type DocumentChoice,
} from '../../ui/document-viewer.tsx'
import { useLanguage } from '../words/language.ts'
import { useMyWords } from './words.ts'

const DELIVERED = ['delivered', 'archived']

export function MyDocuments(props: {
  application: ApplicationView
  onShow: (choice: DocumentChoice) => void
}) {
  const words = useMyWords()
  const language = useLanguage()
  const { notices, certificate, applicationId, status } = props.application
  const own = certificate && DELIVERED.includes(status) ? certificate : null
  const stated = useQuery(meQuery()).data?.assurance === 'L1'
  return (
    <section className="card my-panel">
      <h2>{words.papers}</h2>
      {own && stated && (
        <p className="soft">
          <b lang="zh-CN">{own.name}</b> {words.certificateHeld}
        </p>
      )}
      {own && !stated && (
        <MyDocument
          title={own.name}
          beside={own.number}
          pdf={certificatePdfAddress(applicationId)}
          onShow={() => props.onShow({ kind: 'certificate', applicationId, title: own.name })}
        />
      )}
      {notices.map(({ noticeId, title, dated, number }) => (
        <MyDocument
          key={noticeId}
          title={title}
          beside={`${monthDay(dated, language)} · ${number}`}
          pdf={noticePdfAddress(noticeId)}
          onShow={() => props.onShow({ kind: 'notice', noticeId, title })}
        />
      ))}
      {notices.length === 0 && !own && <p className="soft">{words.noPapers}</p>}
    </section>
  )
}

function MyDocument(props: { title: string; beside: string; pdf: string; onShow: () => void }) {
  const words = useMyWords()
  return (
    <div className="my-document">
      <p>
        <button type="button" className="plain" lang="zh-CN" onClick={props.onShow}>
          {props.title}
        </button>
        <small className="soft">{props.beside}</small>
      </p>
      <a className="btn" href={props.pdf} download aria-label={words.downloadOf(props.title)}>
        {words.download}
      </a>
    </div>
  )
}
