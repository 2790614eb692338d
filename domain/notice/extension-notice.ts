import { partOf } from '../application/act.ts'
import type { LodgedApplication } from '../application/application.ts'
import type { DeadlineExtended } from '../application/events.ts'
import { decisionDue } from '../deadline/clocks.ts'
import { explain } from '../deadline/explain.ts'
import { chineseDate, localDateOf } from '../shared/local-date.ts'
import { departmentContact, departmentName, isJoint, theApplication } from './application-words.ts'
import { PREFECTURE_GOVERNMENT, phones } from './centre-contacts.ts'
import { untilDue } from './due-words.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeDocument } from './notice.ts'
import { asClause } from './sentence.ts'

/** 延长办理期限告知书: once, by the head who may, reasons told (Licensing Law art. 42(1); joint handling art. 42(2)). */
export function extensionNotice(
  event: DeadlineExtended,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const { guide, calendar } = context
  const dated = localDateOf(event.at)
  const before = decisionDue({ ...application, extension: null }, guide, calendar)
  const after = decisionDue(application, guide, calendar)
  return frameNotice(
    {
      kind: 'extension-notice',
      layout: 'official',
      addressee: application.applicant.name,
      dated,
      body: [
        paragraph(
          `${theApplication(application, context)}于${chineseDate(partOf(application, 'acceptance').on)}受理，`,
          `法定办理期限${guide.statutoryDays}个工作日，原期限${untilDue(before)}。`,
          `因${asClause(event.reason).replace(/^因/, '')}，不能在上述期限内作出决定。`,
        ),
        paragraph(
          `根据《中华人民共和国行政许可法》第四十二条第${isJoint(application) ? '二' : '一'}款，`,
          `经${approverOf(application, context)}于${chineseDate(dated)}批准，延长${event.days}个工作日，延长后的期限${untilDue(after)}。`,
          `期限计算：${explain('decision', application, guide, calendar)}`,
        ),
        paragraph(departmentContact(application, context), phones(context)),
      ],
    },
    application,
    context,
  )
}

function approverOf(application: LodgedApplication, context: NoticeContext): string {
  return isJoint(application)
    ? `${PREFECTURE_GOVERNMENT}负责人`
    : `${departmentName(application, context)}负责人`
}
