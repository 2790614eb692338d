import { Link } from 'react-router'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { dueWords, longDate, monthDay } from '../../ui/dates.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Lamp } from '../../ui/lamp.tsx'
import { sealChecks, whyNotSealed } from './seal-checks.ts'
import { letterNoticeOf } from './letter-notice.ts'
import { peopleWords, statedLines } from './stated-by.ts'

/** What the department states, what the system has compared, and the two answers. */
export function LetterPanel(props: {
  application: ApplicationView
  /** How many are chosen to be sealed together. */
  together: number
  onSeal: () => void
  onReturn: () => void
  onRecordMode: () => void
}) {
  const { application, together } = props
  const refusal = whyNotSealed(application)
  return (
    <section className="letter" aria-label="准予许可函与核对">
      <div className="scroll">
        <LetterFacts application={application} />
        <Statements application={application} />
        <Checks application={application} onRecordMode={props.onRecordMode} />
      </div>
      <footer>
        {refusal && <p className="refusal">{refusal}。</p>}
        <div className="acts">
          <button
            type="button"
            className={`btn big ${refusal || together > 0 ? '' : 'primary'}`}
            disabled={refusal !== undefined}
            title={refusal}
            onClick={props.onSeal}
          >
            {together > 0 ? '只盖本件' : '盖章'}
            {together === 0 && <Kbd>F8</Kbd>}
          </button>
          <button
            type="button"
            className="btn big"
            disabled={!application.possible.includes('return-letter')}
            onClick={props.onReturn}
          >
            退回 <Kbd>F10</Kbd>
          </button>
          <span className="sec small">盖章记入用印登记簿，不能删除</span>
        </div>
      </footer>
    </section>
  )
}

function LetterFacts({ application }: { application: ApplicationView }) {
  const { applicant, item, certificate, letter, due } = application
  const notice = letterNoticeOf(application.notices)
  return (
    <header>
      <p className="sec">
        准予许可函{notice && ` · ${notice.number}`}
        {letter && ` · ${monthDay(letter.sentOn)}`}
      </p>
      <h1>{item.name}</h1>
      <dl>
        <dt>申请人</dt>
        <dd>{applicant.name}</dd>
        <dt>办件编号</dt>
        <dd>
          <Link to={`/applications/${application.applicationId}`}>{application.number}</Link>
        </dd>
        <dt>来函部门</dt>
        <dd>
          {item.departmentName}
          {item.partnerNames.length > 0 && `（联办：${item.partnerNames.join('、')}）`}
        </dd>
        {certificate && (
          <>
            <dt>证照</dt>
            <dd>
              {certificate.name} <span className="nowrap">{certificate.number}</span>
              {certificate.version > 1 && `（第 ${certificate.version} 版）`}
            </dd>
            <dt>有效期</dt>
            <dd>
              {longDate(certificate.validFrom)}起
              {certificate.validUntil ? `至${longDate(certificate.validUntil)}` : '，长期有效'}
            </dd>
          </>
        )}
        <dt>送达期限</dt>
        <dd>{dueWords(due.issuance)}</dd>
      </dl>
    </header>
  )
}

function Statements({ application }: { application: ApplicationView }) {
  const lines = statedLines(application)
  return (
    <section aria-label="四项说明">
      <h2 className="h">
        四项说明{' '}
        <span className="sec">
          函中确认 {lines.filter(({ made }) => made).length} / {lines.length}
        </span>
      </h2>
      <ol>
        {lines.map((line) => (
          <li key={line.name}>
            <span className={`ck ${line.made ? 'yes' : 'no'}`} aria-hidden />
            <div>
              <b>{line.name}</b>
              {!line.made && <span className="fault"> 函中未确认</span>}
              <p className="sec small">{line.content}</p>
            </div>
            <span className="sec small r">{peopleWords(line)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Checks(props: { application: ApplicationView; onRecordMode: () => void }) {
  return (
    <section aria-label="系统核对">
      <h2 className="h">系统核对</h2>
      <ul className="checks">
        {sealChecks(props.application).map(({ key, name, ok, detail }) => (
          <li key={key} className={ok === false ? 'bad' : ''}>
            <Lamp light={ok === null ? 'none' : ok ? 'green' : 'red'}>{name}</Lamp>
            <span className="sec small r">
              {detail}
              {key === 'mode' && ok === false && (
                <button type="button" className="link" onClick={props.onRecordMode}>
                  去登记
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
