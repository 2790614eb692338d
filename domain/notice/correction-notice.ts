import { partOf } from '../application/act.ts'
import type { LodgedApplication, MaterialState } from '../application/application.ts'
import type { CorrectionRequested } from '../application/events.ts'
import { acceptancePeriod, lastDayOf } from '../deadline/clock-period.ts'
import { addDays, chineseDate, localDateOf } from '../shared/local-date.ts'
import { theApplication } from './application-words.ts'
import { youOf } from './applicant-words.ts'
import { phones, windowPlace } from './centre-contacts.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeDocument } from './notice.ts'
import { asSentence } from './sentence.ts'

const DEFECT = {
  missing: '未提交',
  defective: '不符合要求',
  held: '需要补正',
  promised: '承诺不能代替，请提交',
} as const satisfies Record<MaterialState, string>

/** 补正告知书: everything that is to be mended, told once (Licensing Law art. 32(1)(4)). */
export function correctionNotice(
  event: CorrectionRequested,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const { applicant } = application
  const { item, portalUrl } = context
  return frameNotice(
    {
      kind: 'correction-notice',
      layout: 'official',
      addressee: applicant.name,
      dated: localDateOf(event.at),
      body: [
        paragraph(
          `${theApplication(application, context)}收悉。经审查，申请材料不齐全或者不符合法定形式，需要补正。`,
          `根据《中华人民共和国行政许可法》第三十二条第一款第（四）项，现于法定的五个工作日内（至${toldBy(application, context)}）`,
          `${onceOrAgain(application)}：`,
        ),
        {
          kind: 'table',
          columns: ['序号', '材料名称', '存在的问题', '依据', '补正要求'],
          rows: event.materials.map((number) => defectRow(number, application, context)),
        },
        ...(event.text.trim() === '' ? [] : [paragraph(`具体说明：${asSentence(event.text)}`)]),
        paragraph(
          `以上为全部需要补正的内容。示范文本见${portalUrl}/items/${item.itemId}。请将补正材料通过${windowPlace(context)}、`,
          `网上（${portalUrl}）或者邮寄提交。${timeToCorrect(application, context)}`,
        ),
        paragraph(
          `全部补正材料收齐之日起，我们将在五个工作日内告知${youOf(applicant)}是否受理；按照要求提交全部补正材料的，`,
          '依法应当受理（第三十二条第一款第（五）项）；逾期未告知的，自收到补正材料之日起即为受理。',
          phones(context),
        ),
        { kind: 'sign-here', labels: ['送达方式', '送达时间', '签收人', '签收时间'] },
      ],
    },
    application,
    context,
  )
}

/** A second request only repeats what the first one named. */
function onceOrAgain(application: LodgedApplication): string {
  return partOf(application, 'correction').rounds > 1
    ? '就首次一次性告知中尚未补正的下列内容再次告知，不增加新的内容'
    : '一次性告知需要补正的全部内容'
}

function toldBy(application: LodgedApplication, { calendar }: NoticeContext): string {
  return chineseDate(lastDayOf(acceptancePeriod(application), calendar))
}

function defectRow(
  number: number,
  { materials }: LodgedApplication,
  { guide }: NoticeContext,
): readonly string[] {
  const problem = DEFECT[materials[number] ?? 'missing']
  const material = guide.materials.find((candidate) => candidate.number === number)
  return material === undefined
    ? [String(number), `第${number}项材料`, problem, '办事指南未列明', '见具体说明']
    : [String(number), material.name, problem, material.basis, material.standard]
}

/** No statute limits the applicant's time; an item's own law may, in calendar days. */
function timeToCorrect(application: LodgedApplication, { guide }: NoticeContext): string {
  const { correctionLimitDays } = guide
  if (correctionLimitDays === null) {
    return '法律对补正期限没有统一规定，本事项办事指南也未限定补正期限，请尽早补正；等待补正期间，办理期限不起算。'
  }
  const last = addDays(partOf(application, 'correction').askedOn, correctionLimitDays)
  return (
    `本事项的补正期限为${correctionLimitDays}日，请于${chineseDate(last)}前（含当日）提交；` +
    '该日为法定休假日的，顺延至休假日结束的次日。逾期未补正的，本次申请可以按逾期未补正办结，仍可以重新提出申请。'
  )
}
