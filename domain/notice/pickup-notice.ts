import type { LodgedApplication } from '../application/application.ts'
import type { ReadyForPickup } from '../application/events.ts'
import { maskApplicant } from '../identifiers/mask.ts'
import { chineseDate, localDateOf } from '../shared/local-date.ts'
import { youOf } from './applicant-words.ts'
import { OWNER_TO_CONFIRM, phones, windowPlace } from './centre-contacts.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeDocument } from './notice.ts'
import { APPLICATION_NUMBER_TOKEN } from './tokens.ts'

/** 领取通知: goes out as a message too, so nothing personal beyond a masked name, and never the outcome (seed notice, part three (2) 5). */
export function pickupNotice(
  event: ReadyForPickup,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const you = youOf(application.applicant)
  const dated = localDateOf(event.at)
  return frameNotice(
    {
      kind: 'pickup-notice',
      layout: 'slip',
      addressee: maskApplicant(application.applicant).name,
      dated,
      body: [
        paragraph(
          `${you}申请的“${context.item.name}”（办件编号${APPLICATION_NUMBER_TOKEN}）已办结。`,
          `请自${chineseDate(dated)}起，凭有效身份证件到${windowPlace(context)}领取；委托他人代领的，请同时携带授权委托书和双方身份证件。`,
        ),
        paragraph(
          `${you}也可以选择快递送达：请在${context.portalUrl}或者通过咨询电话提出，并确认收件地址。`,
          `领取时间：${OWNER_TO_CONFIRM}。${phones(context)}`,
        ),
      ],
    },
    application,
    context,
  )
}
