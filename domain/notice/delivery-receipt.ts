import type { LodgedApplication } from '../application/application.ts'
import type { ResultIssued } from '../application/events.ts'
import { localDateOf } from '../shared/local-date.ts'
import { identityRow } from './applicant-words.ts'
import { windowPlace } from './centre-contacts.ts'
import { issuedCertificate } from './issued-certificate.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import { NOTICE_TITLE } from './notice-titles.ts'
import type { NoticeDocument } from './notice.ts'
import { APPLICATION_NUMBER_TOKEN, DECISION_NUMBER_TOKEN } from './tokens.ts'

/** 送达回证: the proof that delivery needs, by analogy with Civil Procedure Law arts. 87–92; Licensing Law art. 44. */
export function deliveryReceipt(
  event: ResultIssued,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const { applicant } = application
  return frameNotice(
    {
      kind: 'delivery-receipt',
      layout: 'slip',
      addressee: applicant.name,
      dated: localDateOf(event.at),
      body: [
        {
          kind: 'facts',
          rows: [
            ['受送达人', applicant.name],
            identityRow(applicant),
            ['申请事项', `${context.item.name}（办件编号${APPLICATION_NUMBER_TOKEN}）`],
            ['送达地点', placeOf(event, application, context)],
            ['送达方式', wayOf(event)],
            ['送达人', event.by.name],
          ],
        },
        {
          kind: 'table',
          columns: ['序号', '送达文书名称', '文号（编号）', '份数'],
          rows: documentsOf(application, context).map(([name, number], at) => [
            String(at + 1),
            name,
            number,
            '1',
          ]),
        },
        paragraph(
          '受送达人在本回证上签收的日期为送达日期；邮寄送达的，以回执上注明的收件日期为送达日期',
          '（参照《中华人民共和国民事诉讼法》第八十七条、第九十一条）。请核对上列文书后签收。',
        ),
        {
          kind: 'sign-here',
          labels: [
            '收件人签名（盖章）',
            '收件人身份证件号码',
            '与受送达人的关系（本人／代理人）',
            '收到日期',
            '代收理由',
            '拒收事由及见证人',
            '送达人签名',
            '备注',
          ],
        },
      ],
    },
    application,
    context,
  )
}

function documentsOf(
  application: LodgedApplication,
  context: NoticeContext,
): (readonly [name: string, number: string])[] {
  if (application.decision?.outcome === 'refuse') {
    return [[NOTICE_TITLE['refusal-decision'], DECISION_NUMBER_TOKEN]]
  }
  const { name, number } = issuedCertificate(application, context)
  return [
    [NOTICE_TITLE['grant-decision'], DECISION_NUMBER_TOKEN],
    [name, number],
  ]
}

function placeOf(
  { way }: ResultIssued,
  { applicant }: LodgedApplication,
  context: NoticeContext,
): string {
  return way === 'pickup' ? windowPlace(context) : (applicant.address ?? '申请人确认的收件地址')
}

function wayOf({ way, tracking }: ResultIssued): string {
  if (way === 'pickup') return '直接送达（窗口领取）'
  return `邮寄送达（快递，运单号${tracking ?? '以快递面单为准'}）`
}
