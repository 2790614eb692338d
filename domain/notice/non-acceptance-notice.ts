import type { DeclineGround, LodgedApplication } from '../application/application.ts'
import type { ApplicationDeclined } from '../application/events.ts'
import { chineseDate, localDateOf } from '../shared/local-date.ts'
import { departmentName, materialsGiven, theApplication } from './application-words.ts'
import { youOf } from './applicant-words.ts'
import { OWNER_TO_CONFIRM, phones } from './centre-contacts.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeDocument } from './notice.ts'
import { remediesParagraph } from './remedies.ts'
import { asSentence } from './sentence.ts'

const LAW = '《中华人民共和国行政许可法》'

type Ground = (
  event: ApplicationDeclined,
  application: LodgedApplication,
  context: NoticeContext,
) => string

/** Each ground with its article and what follows from it. */
const REASON: Readonly<Record<DeclineGround, Ground>> = {
  'licence-not-required': ({ text }) =>
    `${found(text)}根据${LAW}第三十二条第一款第（一）项，申请事项依法不需要取得行政许可，即时告知不受理。`,
  'out-of-jurisdiction': ({ text }, application, context) =>
    `${found(text)}根据${LAW}第三十二条第一款第（二）项，申请事项依法不属于${departmentName(application, context)}职权范围，` +
    `决定不予受理。请向${rightOffice(text, context)}申请（地址：${OWNER_TO_CONFIRM}；电话：${OWNER_TO_CONFIRM}）。`,
  'false-material': ({ text }, { applicant }) =>
    `${found(text)}${youOf(applicant)}提供的申请材料不真实。根据${LAW}第三十一条第一款、第七十八条，决定不予受理。` +
    '申请事项属于直接关系公共安全、人身健康、生命财产安全事项的，申请人在一年内不得再次申请该行政许可。',
  'not-corrected': ({ text }, application, context) =>
    `${found(text)}${stillMissing(application, context)}申请材料不齐全或者不符合法定形式，` +
    `根据${LAW}第三十二条第一款第（四）项、第（五）项，决定不予受理。补齐材料后可以重新提出申请。`,
}

/** 不受理告知书 or 不予受理通知书: reasoned, sealed and dated (arts. 32(1)(1)–(2), 32(2), 78). */
export function nonAcceptanceNotice(
  event: ApplicationDeclined,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const dated = localDateOf(event.at)
  return frameNotice(
    {
      kind: 'non-acceptance-notice',
      ...(event.ground === 'licence-not-required' ? { title: '不受理告知书' } : {}),
      layout: 'official',
      addressee: application.applicant.name,
      dated,
      body: [
        paragraph(
          `${theApplication(application, context)}收悉。`,
          REASON[event.ground](event, application, context),
        ),
        paragraph(returnOfMaterials(application, context), phones(context)),
        paragraph(
          remediesParagraph({
            opening: '如不服本决定',
            departmentName: departmentName(application, context),
            decidedOn: dated,
            servedOnline: application.channel === 'portal',
          }),
        ),
      ],
    },
    application,
    context,
  )
}

function found(text: string): string {
  return text.trim() === '' ? '' : `经审查，${asSentence(text)}`
}

/** Where the catalogue names nobody, what the clerk wrote does. */
function rightOffice(text: string, { item }: NoticeContext): string {
  if (item.handledBy !== null) return item.handledBy
  return text.trim() === '' ? `有权机关（${OWNER_TO_CONFIRM}）` : '上述有权机关'
}

function stillMissing({ correction }: LodgedApplication, { guide }: NoticeContext): string {
  if (correction === null) return ''
  const names = correction.outstanding.map(
    (number) =>
      guide.materials.find((material) => material.number === number)?.name ?? `第${number}项材料`,
  )
  return `经${chineseDate(correction.askedOn)}一次性告知，${names.join('、')}至今未补正。`
}

function returnOfMaterials(application: LodgedApplication, { guide }: NoticeContext): string {
  const given = materialsGiven(application, guide).length
  return given === 0 ? '' : `所提交的${given}项申请材料随本文书退还（以电子形式提交的除外）。`
}
