import { partOf } from '../application/act.ts'
import type { LodgedApplication } from '../application/application.ts'
import type { LicenceDeemedRenewed, LicenceGranted } from '../application/events.ts'
import { issuanceDue } from '../deadline/clocks.ts'
import type { LocalDate } from '../shared/ids.ts'
import { chineseDate, localDateOf } from '../shared/local-date.ts'
import {
  departmentName,
  isJoint,
  itemBasis,
  partnerNames,
  theApplication,
} from './application-words.ts'
import { identityRow, youOf } from './applicant-words.ts'
import { phones } from './centre-contacts.ts'
import { untilDue } from './due-words.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeBlock, NoticeDocument } from './notice.ts'
import { remediesParagraph } from './remedies.ts'
import { asSentence } from './sentence.ts'
import { DOCUMENT_NUMBER_TOKEN } from './tokens.ts'

const LAW = '《中华人民共和国行政许可法》'

/** 准予行政许可决定书: Licensing Law arts. 38(1), 39, 40, 44; a renewal also art. 50(2). */
export function grantDecision(
  event: LicenceGranted,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const renewed = application.renewal !== null
  return frameNotice(
    {
      kind: 'grant-decision',
      layout: 'official',
      addressee: application.applicant.name,
      dated: localDateOf(event.at),
      body: [
        paragraph(
          received(application, context),
          `经审查，${asSentence(event.reason)}申请人提出的申请符合法定条件、标准（${itemBasis(context.guide)}）。`,
          `根据${LAW}第三十八条第一款${renewed ? '、第五十条第二款' : ''}，`,
          `本机关决定准予${renewed ? '延续' : ''}行政许可。`,
        ),
        licence(application, context, termOf(context)),
        ...consequences(application, context, localDateOf(event.at)),
      ],
    },
    application,
    context,
  )
}

/** The law itself renewed: nothing decided by 24:00 of the day of expiry, art. 50(2). */
export function deemedRenewalDecision(
  event: LicenceDeemedRenewed,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  return frameNotice(
    {
      kind: 'grant-decision',
      title: '准予延续行政许可决定书（视为准予延续）',
      layout: 'official',
      addressee: application.applicant.name,
      dated: localDateOf(event.at),
      body: [
        paragraph(
          received(application, context),
          `原行政许可有效期至${chineseDate(partOf(application, 'renewal').expiresOn)}，延续申请在届满三十日前提出，`,
          `本机关未在有效期届满前作出是否准予延续的决定。根据${LAW}第五十条第二款“逾期未作决定的，视为准予延续”的规定，`,
          `该行政许可自${chineseDate(event.on)}二十四时起视为准予延续，特以本决定书确认。`,
        ),
        licence(application, context, '延续后的期限由本机关在换发的许可证件中载明'),
        ...consequences(application, context, localDateOf(event.at)),
      ],
    },
    application,
    context,
  )
}

function received(application: LodgedApplication, context: NoticeContext): string {
  const acceptance = partOf(application, 'acceptance')
  const accepted = acceptance.deemed ? '起视为受理' : '受理'
  const joint = isJoint(application)
    ? `并会同${partnerNames(application, context)}联合审查（${LAW}第二十六条第二款）。`
    : ''
  return `${theApplication(application, context)}，自${chineseDate(acceptance.on)}${accepted}${joint === '' ? '。' : `，${joint}`}`
}

function termOf({ guide }: NoticeContext): string {
  return guide.validityYears === null
    ? '以许可证件载明为准'
    : `${guide.validityYears}年，起止日期以许可证件载明为准`
}

/** Who is licensed to do what, under which conditions, for how long. */
function licence(
  application: LodgedApplication,
  context: NoticeContext,
  term: string,
): NoticeBlock {
  const { applicant } = application
  const { item, guide } = context
  const representative = ['法定代表人（负责人）', '以申请材料载明为准'] as const
  return {
    kind: 'facts',
    rows: [
      ['决定书文号', DOCUMENT_NUMBER_TOKEN],
      ['被许可人', applicant.name],
      identityRow(applicant),
      ['住所（地址）', applicant.address ?? '以申请材料载明为准'],
      ...(applicant.kind === 'company' ? [representative] : []),
      ['许可内容', `${item.name}，具体范围以许可证件载明为准`],
      ['许可条件', guide.conditions.join('；') || itemBasis(guide)],
      ['有效期', term],
      ['许可证件', `${guide.certificateName}，编号以制发的许可证件载明为准`],
      ['决定机关', departmentName(application, context)],
    ],
  }
}

/** Delivery, duties, publicity, and what a third party can do. */
function consequences(
  application: LodgedApplication,
  context: NoticeContext,
  decidedOn: LocalDate,
): NoticeBlock[] {
  const { applicant } = application
  const { guide, calendar } = context
  const renewal = guide.renewable
    ? '需要延续有效期的，应当在有效期届满三十日前提出申请（第五十条第一款），法律、法规、规章另有规定的从其规定。'
    : ''
  return [
    paragraph(
      `许可证件自本决定作出之日起十个工作日内（${untilDue(issuanceDue(application, calendar))}）颁发、送达（${LAW}第四十四条），`,
      '由综合窗口统一出件。',
      sealedBy(application, context),
    ),
    paragraph(
      `${youOf(applicant)}应当在许可范围内活动，不得涂改、倒卖、出租、出借许可证件或者以其他形式非法转让许可，`,
      '不得向监督检查机关隐瞒有关情况、提供虚假材料（第八十条）；要求变更许可事项的，应当向本机关提出申请（第四十九条）。',
      renewal,
      '本决定依法予以公开，公众有权查阅（第四十条）。',
      phones(context),
    ),
    paragraph(
      remediesParagraph({
        opening: '申请人、利害关系人对本决定不服的',
        departmentName: departmentName(application, context),
        decidedOn,
        servedOnline: application.channel === 'portal',
      }),
    ),
  ]
}

function sealedBy(application: LodgedApplication, context: NoticeContext): string {
  switch (context.sealRoute) {
    case 'bureau':
      return '许可证件加盖阿坝州行政审批局行政审批专用章（阿府办函〔2019〕88号第三部分第（二）项）。'
    case 'department':
      return `许可证件由${departmentName(application, context)}加盖印章。`
    case 'provincial':
      return '许可证件由省级主管部门制发。'
  }
}
