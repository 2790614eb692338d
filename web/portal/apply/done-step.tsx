import type { Submitted } from '../../../contract/drafts.ts'
import { longMinute } from '../../ui/dates.ts'
import { QrPicture } from './resume/qr-picture.tsx'
import { StepHeading } from './step-parts.tsx'
import { useApply } from './use-apply.ts'
import { useApplyWords } from './words.ts'
import './resume/resume.css'
import './review/review.css'

/** Handed in: the number, the code for looking it up, and what happens next and by when. */
export function DoneStep({ submitted }: { submitted: Submitted }) {
  const words = useApplyWords()
  const { guide, materials } = useApply()
  const { number, queryCode, applicationId, notice } = submitted
  const later = materials.some(({ format }) => format === 'paper')
  return (
    <div className="apply-done">
      <svg width="56" height="56" viewBox="0 0 56 56" aria-hidden="true" className="no-print">
        <circle cx="28" cy="28" r="26" fill="#1e7f4f" />
        <path d="M16 29l8 8 16-17" fill="none" stroke="#fff" strokeWidth="4" />
      </svg>
      <StepHeading id="done">{words.done}</StepHeading>
      <p lang="zh-CN">
        {guide.item.name} · {guide.item.departmentName}
      </p>
      <div className="apply-slip">
        <dl>
          <div>
            <dt>{words.number}</dt>
            <dd className="big">{number}</dd>
          </div>
          <div>
            <dt>{words.queryCode}</dt>
            <dd className="big code">{queryCode}</dd>
          </div>
          <div>
            <dt>{words.receivedAt}</dt>
            <dd>{longMinute(submitted.receivedAt)}</dd>
          </div>
        </dl>
        <QrPicture
          address={`${window.location.origin}/progress?number=${number}`}
          alt={words.progressCode}
          caption={words.progressCode}
        />
      </div>
      <p className="soft">{words.keepCode}</p>
      <section className="apply-receipt">
        <h2>{words.whatNext}</h2>
        <ol>
          <li>{words.nextAccept}</li>
          <li>{words.nextDecide(guide.committedDays)}</li>
          <li>{words.nextTold}</li>
          {later && <li>{words.nextPaper}</li>}
        </ol>
      </section>
      <div className="apply-go no-print">
        <PrintPage label={words.printSlip} />
        <a className="btn main" href={`/my/applications/${applicationId}`}>
          {words.toProgress}
        </a>
      </div>
      {notice && (
        <p className="no-print">
          <a href={`/api/notices/${notice.noticeId}/pdf`} download>
            <span lang="zh-CN">{notice.title}</span> PDF
          </a>
        </p>
      )}
    </div>
  )
}

function PrintPage({ label }: { label: string }) {
  return (
    <button type="button" className="btn quiet" onClick={() => window.print()}>
      {label}
    </button>
  )
}
