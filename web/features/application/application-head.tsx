import type { ApplicationView } from '../../../contract/application-view.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { Masked } from '../../ui/masked.tsx'
import { longMinute } from '../../ui/dates.ts'
import { IDENTITY_NAME } from '../../ui/identity-words.ts'
import { CHANNEL_NAME } from './application-words.ts'

export function ApplicationHead({ application }: { application: ApplicationView }) {
  const { applicant, item, guide } = application
  return (
    <header className="app-head">
      <p className="small sec">
        {item.departmentName}
        {item.annexNumber !== null && ` / 清单第 ${item.annexNumber} 项`}
        {item.partnerNames.length > 0 && ` / 联办：${item.partnerNames.join('、')}`}
      </p>
      <div className="title">
        <h1>{item.name}</h1>
        <span className="st">
          {item.levelMark && <span className="tag">清单标 {item.levelMark}</span>}
          {guide.confirmation === 'baseline' && (
            <span className="tag amber">基准指南，待部门确认</span>
          )}
          <Lamp light={application.light}>
            {application.statusName} · {application.lightName}
          </Lamp>
        </span>
      </div>
      <dl className="who">
        <Fact name="办件编号">{application.number}</Fact>
        <Fact name="申请人">{applicant.name}</Fact>
        <Fact name={IDENTITY_NAME[applicant.identityType]}>
          <Masked value={applicant.identityNumber} masked={applicant.masked} />
        </Fact>
        {applicant.contactName && <Fact name="经办人">{applicant.contactName}</Fact>}
        {applicant.phone && (
          <Fact name="电话">
            <Masked value={applicant.phone} masked={applicant.masked} />
          </Fact>
        )}
        <Fact name="收件">
          {longMinute(application.receivedAt)} · {CHANNEL_NAME[application.channel] ?? '其他'}
        </Fact>
        <Fact name="指南">第 {guide.version} 版</Fact>
      </dl>
    </header>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
