import type { LodgedApplication } from '../application/application.ts'
import type { CertificateRevoked } from '../application/events.ts'
import { chineseDate, localDateOf } from '../shared/local-date.ts'
import { identityRow } from './applicant-words.ts'
import { departmentContact, departmentName } from './application-words.ts'
import { APPROVAL_BUREAU } from './centre-contacts.ts'
import { issuedCertificate } from './issued-certificate.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeDocument } from './notice.ts'
import { asSentence } from './sentence.ts'
import { APPLICATION_NUMBER_TOKEN, DECISION_NUMBER_TOKEN } from './tokens.ts'

/** 吊销抄送函: a revocation as penalty is copied to the Bureau (seed notice, part four (2); Licensing Law art. 70(4); Penalties Law arts. 9(3), 63, 73). */
export function revocationCopy(
  event: CertificateRevoked,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const { applicant } = application
  const { name, number } = issuedCertificate(application, context)
  const revokedOn = chineseDate(localDateOf(event.at))
  return frameNotice(
    {
      kind: 'revocation-copy',
      title: `${departmentName(application, context)}关于吊销《${name}》的抄送函`,
      layout: 'letter',
      addressee: context.organisationOf(APPROVAL_BUREAU).name,
      dated: localDateOf(event.at),
      body: [
        paragraph(
          '我单位已作出吊销许可证件的行政处罚决定。根据《关于推进“一窗受理、集成办理”审批服务实施方案（试行）》',
          '（阿府办函〔2019〕88号）第四部分第（二）项，现将有关情况抄送你局。',
        ),
        {
          kind: 'facts',
          rows: [
            ['当事人', applicant.name],
            identityRow(applicant),
            ['被吊销的许可证件', `《${name}》`],
            ['证件编号', number],
            [
              '原许可',
              `${context.item.name}，办件编号${APPLICATION_NUMBER_TOKEN}，原准予许可决定书${DECISION_NUMBER_TOKEN}`,
            ],
            ['处罚决定', `${revokedOn}登记，决定书文号和作出日期见所附行政处罚决定书`],
            ['送达日期', '见所附送达回证'],
            ['事实和理由', asSentence(event.reason) || '见所附行政处罚决定书'],
            ['处罚依据', '《中华人民共和国行政处罚法》第九条第（三）项；听证权利依第六十三条告知'],
            ['生效情况', `自处罚决定书送达之日起生效；本函登记日期${revokedOn}`],
            [
              '复议、诉讼情况',
              '以案卷记载为准；复议、诉讼期间处罚不停止执行，法律另有规定的除外（行政处罚法第七十三条第一款）',
            ],
            ['公开', '处罚决定依法公开（行政处罚法第四十八条第一款）'],
          ],
        },
        paragraph(
          '请你局停止据此证件办理后续事项，并配合变更电子证照状态。该行政许可的注销手续由我单位依照',
          '《中华人民共和国行政许可法》第七十条第（四）项办理，纸质证件由我单位收回。',
        ),
        paragraph(
          '附件：1. 行政处罚决定书；2. 送达回证。',
          departmentContact(application, context),
        ),
      ],
    },
    application,
    context,
  )
}
