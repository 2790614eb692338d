import { useState } from 'react'
import { Link } from 'react-router'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { longDate, longMinute } from '../../ui/dates.ts'
import { ClockRibbon } from '../../ui/clock-ribbon.tsx'
import { DocumentViewer, type DocumentChoice } from '../../ui/document-viewer.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { Masked } from '../../ui/masked.tsx'
import type { PreparedAct } from '../../ui/prepared-act.ts'
import { PrintButton } from '../../ui/print-button.tsx'
import { ClosingActs } from './closing-acts.tsx'
import { ItemMarks } from './item-marks.tsx'

const CHANNEL_NAME: Readonly<Record<string, string>> = {
  window: '窗口',
  portal: '网上',
  kiosk: '自助终端',
  post: '邮寄',
  agent: '代办',
}

/** The application as it stands: who, what, by when, and its papers. */
export function CaseFacts(props: {
  application: ApplicationView
  onAct: (act: PreparedAct) => void
}) {
  const { application } = props
  const { item, applicant, guide, notices, correction } = application
  const [shown, setShown] = useState<DocumentChoice | null>(null)
  const newest = notices[0]
  return (
    <div className="case-facts">
      <header>
        <h1>{item.name}</h1>
        <ItemMarks item={{ status: 'active', levelMark: item.levelMark }} />
        <Lamp light={application.light}>{application.statusName}</Lamp>
      </header>
      <p className="sec">
        {item.departmentName} · 承诺 {guide.committedDays} / 法定 {guide.statutoryDays} 个工作日 ·
        指南第 {guide.version} 版{' '}
        {guide.confirmation === 'baseline' && (
          <span className="tag amber">基准指南，待部门确认</span>
        )}
        {guide.confirmation === 'drafted' && (
          <span className="tag amber">依法起草，待部门确认</span>
        )}
      </p>
      <dl>
        <Fact name="办件编号">
          <Link to={`/applications/${application.applicationId}`}>{application.number}</Link>
        </Fact>
        <Fact name="收件">
          {longMinute(application.receivedAt)} · {CHANNEL_NAME[application.channel]}
        </Fact>
        <Fact name="申请人">{applicant.name}</Fact>
        <Fact name="证件号码">
          <Masked value={applicant.identityNumber} masked={applicant.masked} />
        </Fact>
        <Fact name="电话">{applicant.phone ?? '未填写'}</Fact>
        <Fact name="联系人">
          {applicant.contactName ?? (applicant.kind === 'person' ? '本人' : '未填写')}
        </Fact>
        <Fact name="地址">{applicant.address ?? '未填写'}</Fact>
        <CircumstanceFacts application={application} />
      </dl>
      {application.ledger && <ClockRibbon ledger={application.ledger} headless />}
      {correction && (
        <p className="told">
          <b>
            {longDate(correction.askedOn)}已告知补正第 {correction.asked.join('、')} 项
          </b>
          {correction.outstanding.length === 0 && '，已全部补齐，应当受理'}：{correction.text}
        </p>
      )}
      <ul className="papers" aria-label="文书">
        {notices.map(({ noticeId, title, number }) => (
          <li key={noticeId}>
            <b>{title}</b>
            <span className="sec small">{number}</span>
            <button
              type="button"
              className="link"
              onClick={() => setShown({ kind: 'notice', noticeId, title })}
            >
              查看
            </button>
            <PrintButton
              document={{ kind: 'notice', noticeId }}
              className="link"
              {...(noticeId === newest?.noticeId ? { hotkey: 'Ctrl+P' as const } : {})}
            />
          </li>
        ))}
      </ul>
      <ClosingActs application={application} onAct={props.onAct} />
      {shown && <DocumentViewer choice={shown} onClose={() => setShown(null)} />}
    </div>
  )
}

/** For whom, in which situation, and what a renewal is told. */
function CircumstanceFacts({ application }: { application: ApplicationView }) {
  return (
    <>
      {application.onBehalf && <Fact name="代为提交">{application.onBehalf.name}</Fact>}
      {application.situation.map(({ question, answer }) => (
        <Fact key={question} name="情形">
          {question} {answer}
        </Fact>
      ))}
      {application.renewal && (
        <Fact name="延续">
          原证照 {longDate(application.renewal.expiresOn)}到期
          {application.renewal.protected
            ? '，到期前未作决定视为准予延续'
            : '，申请距到期不足 30 日，不适用视为准予延续'}
        </Fact>
      )}
    </>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
