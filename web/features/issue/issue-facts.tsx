import { Link } from 'react-router'
import type { ApplicationView } from '../../../contract/application-view.ts'
import { dueWords, longDate } from '../../ui/dates.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { Masked } from '../../ui/masked.tsx'

/** Who may collect, and by when it has to reach them. */
export function IssueFacts({ application }: { application: ApplicationView }) {
  const { applicant, item, certificate, decision } = application
  const collectors =
    applicant.kind === 'person'
      ? `申请人${applicant.name}本人；委托他人的，凭委托书和双方身份证件`
      : `${applicant.contactName ? `经办人${applicant.contactName}` : '法定代表人或者经办人'}，凭单位授权和身份证件`
  return (
    <div className="issue-facts">
      <header>
        <h1>{item.name}</h1>
        <Lamp light={application.light}>{application.statusName}</Lamp>
      </header>
      <dl>
        <dt>办件编号</dt>
        <dd>
          <Link to={`/applications/${application.applicationId}`}>{application.number}</Link>
        </dd>
        <dt>申请人</dt>
        <dd className="b">{applicant.name}</dd>
        <dt>证件号码</dt>
        <dd>
          <Masked value={applicant.identityNumber} masked={applicant.masked} />
        </dd>
        <dt>电话</dt>
        <dd>{applicant.phone ?? '未填写'}</dd>
        <dt>谁来领</dt>
        <dd className="wide">{collectors}</dd>
        <dt>交付</dt>
        <dd className="wide">
          {decision?.outcome === 'refuse'
            ? '不予行政许可决定书（不发证照）'
            : certificate
              ? `${certificate.name} ${certificate.number}，准予行政许可决定书`
              : '省级办理结果，准予行政许可决定书'}
        </dd>
        <Time application={application} />
      </dl>
    </div>
  )
}

/** By when it has to reach them; once it has, or is on its way, since when. */
function Time({ application }: { application: ApplicationView }) {
  const { delivery, issuance, due } = application
  const [name, words] =
    delivery !== null
      ? ['送达日期', longDate(delivery.on)]
      : issuance?.by === 'courier'
        ? ['交寄日期', longDate(issuance.on)]
        : ['送达期限', dueWords(due.issuance)]
  return (
    <>
      <dt>{name}</dt>
      <dd className="wide">{words}</dd>
    </>
  )
}
