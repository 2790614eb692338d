import type { LodgedApplication, SpecialProcedure } from '../application/application.ts'
import type { ClockPaused } from '../application/events.ts'
import { PROCEDURE_NAME } from '../deadline/clock-words.ts'
import { decisionDue } from '../deadline/clocks.ts'
import { chineseDate, localDateOf } from '../shared/local-date.ts'
import { departmentContact, itemBasis, theApplication } from './application-words.ts'
import { youOf } from './applicant-words.ts'
import { phones } from './centre-contacts.ts'
import { untilDue } from './due-words.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeDocument } from './notice.ts'

/** What the law asks of the applicant, and where it says so. */
const DUTY = {
  hearing:
    '根据该法第四十六条至第四十八条，听证的时间、地点将于举行七日前另行通知，请按时参加，可以申辩和质证；申请人、利害关系人不承担组织听证的费用。',
  tender: '根据该法第五十三条，请按照招标文件的要求参加。',
  auction: '根据该法第五十三条，请按照拍卖公告的要求参加。',
  inspection: '根据该法第五十五条，请按照通知的时间、地点配合检验。',
  testing: '根据该法第五十五条，请按照通知的时间、地点配合检测。',
  quarantine: '根据该法第五十五条，请按照通知的时间、地点配合检疫。',
  appraisal: '请按照通知的时间、地点提供鉴定所需的实物或者资料。',
  'expert-review': '请按照通知的时间、地点配合专家评审，就评审提出的问题作出说明。',
} as const satisfies Record<SpecialProcedure, string>

/** 特别程序告知书: the time needed does not count and is told in writing (Licensing Law art. 45). */
export function procedureNotice(
  event: ClockPaused,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const { guide, calendar } = context
  const name = PROCEDURE_NAME[event.kind]
  const begunOn = localDateOf(event.at)
  return frameNotice(
    {
      kind: 'procedure-notice',
      layout: 'official',
      addressee: application.applicant.name,
      dated: begunOn,
      body: [
        paragraph(
          `${theApplication(application, context)}正在办理。作出决定前依法需要进行${name}，依据：${itemBasis(guide)}。`,
          `根据《中华人民共和国行政许可法》第四十五条，自${chineseDate(begunOn)}起至${name}结束之日止，所需时间不计入办理期限，`,
          `预计${event.estimatedDays}个工作日。`,
        ),
        paragraph(
          DUTY[event.kind],
          `法定办理期限：${untilDue(decisionDue(application, guide, calendar))}。`,
          `${name}结束后，我们将告知${youOf(application.applicant)}${name}的结果、恢复计时的日期和新的到期日。`,
        ),
        paragraph(departmentContact(application, context), phones(context)),
      ],
    },
    application,
    context,
  )
}
