import { partOf } from '../application/act.ts'
import type { LodgedApplication } from '../application/application.ts'
import type { ApplicationAccepted, ApplicationDeemedAccepted } from '../application/events.ts'
import { committedDue, decisionDue } from '../deadline/clocks.ts'
import { explain } from '../deadline/explain.ts'
import { chineseDate, localDateOf } from '../shared/local-date.ts'
import {
  departmentName,
  enquiries,
  isJoint,
  partnerNames,
  theApplication,
} from './application-words.ts'
import { youOf } from './applicant-words.ts'
import { untilDue } from './due-words.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeBlock, NoticeDocument } from './notice.ts'

/** 受理通知书: Licensing Law art. 32(1)(5), written, sealed and dated as art. 32(2) demands. */
export function acceptanceNotice(
  event: ApplicationAccepted,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const { correctedOn } = application
  const corrected =
    correctedOn === null
      ? '申请材料齐全、符合法定形式'
      : `已于${chineseDate(correctedOn)}按照要求提交全部补正材料，申请材料齐全、符合法定形式`
  return frameNotice(
    {
      kind: 'acceptance-notice',
      layout: 'official',
      addressee: application.applicant.name,
      dated: localDateOf(event.at),
      body: [
        paragraph(
          `${theApplication(application, context)}收悉。经审核，申请事项属于${departmentName(application, context)}职权范围，`,
          `${corrected}。根据《中华人民共和国行政许可法》第三十二条第一款第（五）项，`,
          `决定自${acceptedOn(application)}起予以受理。`,
        ),
        ...termsOfHandling(application, context),
      ],
    },
    application,
    context,
  )
}

/** The law itself accepted, as of the day of receipt or of the corrections: art. 32(1)(4). */
export function deemedAcceptanceNotice(
  event: ApplicationDeemedAccepted,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const given = application.correctedOn === null ? '申请材料' : '补正材料'
  return frameNotice(
    {
      kind: 'deemed-acceptance-notice',
      layout: 'official',
      addressee: application.applicant.name,
      dated: event.recordedOn,
      body: [
        paragraph(
          `${theApplication(application, context)}收悉。因我方未在收到${given}之日起五个工作日内告知是否受理或者需要补正的内容，`,
          '根据《中华人民共和国行政许可法》第三十二条第一款第（四）项“逾期不告知的，自收到申请材料之日起即为受理”的规定，',
          `本申请自${chineseDate(event.on)}起即为受理（视为受理），办理期限自该日起算，不受本通知书日期影响。`,
        ),
        ...termsOfHandling(application, context),
      ],
    },
    application,
    context,
  )
}

function acceptedOn(application: LodgedApplication): string {
  return chineseDate(partOf(application, 'acceptance').on)
}

/** Who decides, by when and why then, what does not count, what it costs, how the result comes. */
function termsOfHandling(application: LodgedApplication, context: NoticeContext): NoticeBlock[] {
  const { guide, calendar } = context
  const statutory = untilDue(decisionDue(application, guide, calendar))
  const committed = untilDue(committedDue(application, guide, calendar))
  return [
    paragraph(
      decidingOrgan(application, context),
      `法定办理期限${guide.statutoryDays}个工作日，${statutory}；承诺办理期限${guide.committedDays}个工作日，${committed}。`,
      `期限计算：${explain('decision', application, guide, calendar)}`,
    ),
    paragraph(
      '依法需要听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审的，根据《中华人民共和国行政许可法》第四十五条，',
      '所需时间不计入上述期限，我们将另行书面告知；本通知书作出时尚未启动上述程序。',
    ),
    paragraph(fee(application, context), deliveryOf(application), enquiries(context)),
  ]
}

function decidingOrgan(application: LodgedApplication, context: NoticeContext): string {
  const department = departmentName(application, context)
  return isJoint(application)
    ? `本申请由${department}牵头，会同${partnerNames(application, context)}联合办理（《中华人民共和国行政许可法》第二十六条第二款），由${department}作出决定。`
    : `本申请由${department}审查并作出决定。`
}

function fee(application: LodgedApplication, context: NoticeContext): string {
  const { fee: charged } = context.guide
  return charged === null
    ? '本事项不收取费用。'
    : `本事项收费${charged.amount}元，依据：${charged.basis}，由${departmentName(application, context)}收取。`
}

function deliveryOf({ applicant }: LodgedApplication): string {
  return `办理结果由综合窗口统一出件，${youOf(applicant)}可以选择窗口领取或者快递送达。`
}
