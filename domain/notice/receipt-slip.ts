import type { Channel, LodgedApplication, MaterialState } from '../application/application.ts'
import type { ApplicationReceived } from '../application/events.ts'
import type { RequiredMaterial } from '../catalogue/service-guide.ts'
import { acceptanceDue } from '../deadline/clocks.ts'
import type { LocalDate } from '../shared/ids.ts'
import { chineseDate, localDateOf, localMinuteOf } from '../shared/local-date.ts'
import { applicationRows, enquiries, materialsGiven } from './application-words.ts'
import { youOf } from './applicant-words.ts'
import { untilDue } from './due-words.ts'
import type { NoticeContext } from './notice-context.ts'
import { frameNotice, paragraph } from './notice-frame.ts'
import type { NoticeBlock, NoticeDocument } from './notice.ts'
import { DOCUMENT_NUMBER_TOKEN } from './tokens.ts'

const CHANNEL_NAME = {
  window: '窗口',
  portal: '网上',
  kiosk: '自助终端',
  post: '邮寄',
  agent: '代办',
} as const satisfies Record<Channel, string>

const STATE_WORD = {
  held: '已收',
  missing: '未提交',
  defective: '已收，待补正',
  promised: '以承诺代替',
} as const satisfies Record<MaterialState, string>

/** 收件凭证: evidence of the minute of receipt, from which the five working days count (Licensing Law art. 32). */
export function receiptSlip(
  event: ApplicationReceived,
  application: LodgedApplication,
  context: NoticeContext,
): NoticeDocument {
  const { applicant } = application
  const { guide, calendar, item } = context
  const given = materialsGiven(application, guide)
  return frameNotice(
    {
      kind: 'receipt-slip',
      layout: 'slip',
      addressee: applicant.name,
      dated: localDateOf(event.at),
      body: [
        paragraph(
          `今收到${youOf(applicant)}就“${item.name}”提交的申请材料共${given.length}项，清单如下。`,
        ),
        {
          kind: 'facts',
          rows: [
            ...applicationRows(application, context),
            ['收件时间', chineseMinute(event)],
            ['收件方式', CHANNEL_NAME[event.channel]],
            ['收件人', receiverOf(event)],
          ],
        },
        {
          kind: 'table',
          columns: ['序号', '材料名称', '原件／复印件', '份数', '页数', '形式', '收件情况'],
          rows: guide.materials
            .filter(({ number }) => application.materials[number] !== undefined)
            .map((material) => materialRow(material, application)),
        },
        ...insistence(event),
        ...renewalProtection(application),
        paragraph(
          '本凭证仅证明收到材料，不表示已经受理。根据《中华人民共和国行政许可法》第三十二条，' +
            `我们将在五个工作日内（${untilDue(acceptanceDue(application, calendar))}）告知${youOf(applicant)}` +
            '是否受理，或者一次性告知需要补正的全部内容；逾期未告知的，自收到材料之日起即为受理。',
        ),
        paragraph(`凭证编号${DOCUMENT_NUMBER_TOKEN}。${enquiries(context)}`),
        { kind: 'sign-here', labels: ['申请人（代理人）签名', '日期'] },
      ],
    },
    application,
    context,
  )
}

/** 2026年3月2日 09:05, in China */
function chineseMinute({ at }: ApplicationReceived): string {
  const [date = '', minute = ''] = localMinuteOf(at).split('T')
  return `${chineseDate(date as LocalDate)} ${minute}`
}

function receiverOf({ by }: ApplicationReceived): string {
  if (by.role === 'applicant') return '系统自动收件（申请人自行提交）'
  return by.window === undefined ? by.name : `${by.name}（${by.window}号窗口）`
}

function materialRow(
  material: RequiredMaterial,
  { materials, channel }: LodgedApplication,
): readonly string[] {
  const { number, name, original, copies } = material
  const state = materials[number] ?? 'missing'
  const form = FORM_OF[channel]
  const isIn = state === 'held' || state === 'defective'
  return [
    String(number),
    name,
    original ? '原件' : '复印件',
    String(copies),
    isIn && form !== '电子' ? '现场清点' : '—',
    isIn ? form : '—',
    STATE_WORD[state],
  ]
}

/** How materials come in: a file uploaded later is not on the slip. */
const FORM_OF = {
  window: '纸质',
  portal: '电子',
  kiosk: '电子',
  post: '纸质',
  agent: '纸质',
} as const satisfies Record<Channel, string>

function insistence({ insisted }: ApplicationReceived): NoticeBlock[] {
  return insisted
    ? [
        paragraph(
          '本事项在事项清单中标注为暂停，已向申请人说明；申请人坚持申请，依法收件，期限照常计算。',
        ),
      ]
    : []
}

/** Art. 50: an application in time is protected; a later one is told that it is not. */
function renewalProtection({ renewal }: LodgedApplication): NoticeBlock[] {
  if (renewal === null) return []
  const expiry = chineseDate(renewal.expiresOn)
  return [
    renewal.protected
      ? paragraph(
          `本申请为延续申请，原许可有效期至${expiry}，申请在届满三十日前提出。根据《中华人民共和国行政许可法》第五十条，` +
            '届满前应当作出是否准予延续的决定；逾期未作决定的，视为准予延续。',
        )
      : paragraph(
          `本申请为延续申请，原许可有效期至${expiry}，提出申请时距届满已不足三十日，` +
            '不适用《中华人民共和国行政许可法》第五十条第二款“逾期未作决定的，视为准予延续”的规定，特此提示。',
        ),
  ]
}
