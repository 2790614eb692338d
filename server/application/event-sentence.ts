import { STATUS_NAME } from '../../domain/application/status-names.ts'
import type { OfflineReceipt } from '../../domain/application/offline-receipt.ts'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import { followUpOutcomeName } from '../../domain/application/supervision/follow-up-outcome.ts'
import { NOTICE_TITLE } from '../../domain/notice/notice-titles.ts'
import { CLOCK_NAME, PROCEDURE_NAME } from '../../domain/deadline/clock-words.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { chineseDate, localMinuteOf } from '../../domain/shared/local-date.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import { cardName } from './card-names.ts'
import { GRADE_NAME } from '../../domain/application/supervision/grade-name.ts'

type Sentences = {
  readonly [Type in ApplicationEvent['type']]: (
    event: Extract<ApplicationEvent, { type: Type }>,
    reference: ReferenceData,
  ) => string
}

const CLOCKS = ['acceptance', 'committed', 'decision', 'issuance'] as const
const CHANNEL = {
  window: '窗口',
  portal: '网上',
  kiosk: '自助终端',
  post: '邮寄',
  agent: '代办',
} as const
const GROUND = {
  'licence-not-required': '依法不需要许可',
  'out-of-jurisdiction': '不属于本机关职权范围',
  'false-material': '材料虚假',
  'not-corrected': '未补正',
} as const
const IDENTITY_ENTRY = {
  manual: '身份信息手工录入',
  reader: '身份信息读卡读入（读卡器未签名，视同窗口录入）',
  'reader-signed': '身份信息读卡读入（读卡器签名已核对）',
} as const
/** How whoever opened a box proved who they are, beside number and code. */
const COLLECTOR = {
  manual: '证件号码手工输入',
  reader: '身份证读卡读入（读卡器未签名）',
  'reader-signed': '身份证读卡读入（读卡器签名已核对）',
} as const
const KIND = { penalty: '吊销', withdrawn: '撤销', annulled: '注销' } as const
/** Both times, and both numbers where there are two. */
function offlineWords({ takenAt, mergedAt, printedNumber, keepsNumber, restated }: OfflineReceipt) {
  const times = `；离线收件，实际收件时间 ${minute(takenAt)}，归并时间 ${minute(mergedAt)}`
  const number = keepsNumber ? '' : `，凭证编号 ${printedNumber ?? '未编'}，已改用本编号`
  const stated =
    restated === undefined
      ? ''
      : `；设备记录为 ${minute(restated.deviceSaid)}，收件人员更正：${restated.reason}`
  return `${times}${number}${stated}`
}
const minute = (at: Instant) => localMinuteOf(at).replace('T', ' ')
const numbers = (materials: readonly number[]) => `第 ${materials.join('、')} 项材料`

/** One Chinese sentence for each fact: what stands in the trail that people read. */
const SENTENCE: Sentences = {
  ApplicationReceived: ({ channel, materials, insisted, renewal, offline, identityEntry }) =>
    `${CHANNEL[channel]}${offline === undefined ? '' : '离线'}收件，材料 ${Object.values(materials).filter((state) => state === 'held').length} 项${insisted ? '；事项暂停，申请人坚持申请' : ''}${renewal === null ? '' : renewal.protected ? '；延续申请，届满前未决定视为准予延续' : '；延续申请提出时距届满不足三十日'}${identityEntry === undefined ? '' : `；${IDENTITY_ENTRY[identityEntry]}`}${offline === undefined ? '' : offlineWords(offline)}`,
  MaterialsAssessed: ({ materials }) => {
    const bad = Object.entries(materials)
      .filter(([, state]) => state === 'missing' || state === 'defective')
      .map(([number]) => Number(number))
    return bad.length === 0 ? '核验材料，全部合格' : `核验材料，${numbers(bad)}缺少或者需补正`
  },
  MaterialAttached: ({ material, name }) => `第 ${material} 项材料上传文件《${name}》`,
  ApplicationAccepted: ({ tolerance }) =>
    tolerance === undefined
      ? '四项审核合格，予以受理'
      : `容缺受理，${numbers(tolerance.materials)}承诺于${chineseDate(tolerance.dueOn)}前补交`,
  ToleratedMaterialsSupplied: ({ materials }) => `补交容缺的${numbers(materials)}`,
  ToleranceReminded: ({ materials, dueOn }) =>
    `容缺的${numbers(materials)}将于${chineseDate(dueOn)}到期，提醒申请人`,
  ToleranceLapsed: ({ materials, dueOn }) =>
    `容缺的${numbers(materials)}至${chineseDate(dueOn)}未补交，承诺逾期`,
  ToleratedMaterialsRequested: ({ materials, text }) => `催交容缺的${numbers(materials)}：${text}`,
  CommitmentChecked: ({ material, kept, finding }) =>
    `核查第 ${material} 项材料的承诺，${kept ? '属实' : '不实'}：${finding}`,
  ApplicationDeemedAccepted: ({ on }) => `五个工作日内未告知，自${chineseDate(on)}起视为受理`,
  ApplicationDeclined: ({ ground, text }) => `不予受理：${GROUND[ground]}。${text}`,
  CorrectionRequested: ({ materials, text }) => `一次性告知补正${numbers(materials)}：${text}`,
  ApplicantReminded: ({ days }) => `告知补正已满 ${days} 日，提醒申请人`,
  CorrectionSupplied: ({ materials }) => `补交${numbers(materials)}`,
  ApplicationLapsed: ({ reason }) => `${STATUS_NAME.lapsed}：${reason}`,
  ApplicationWithdrawn: ({ reason }) => `申请人撤回申请：${reason}`,
  WentOnAlone: ({ of, reason }, reference) =>
    `不再等${of.map((itemId) => `“${reference.getItem(itemId).name}”`).join('、')}的结果，单独继续办理：${reason}`,
  ApplicationTerminated: ({ reason, ground }) =>
    `终止办理${ground === undefined ? '' : '（容缺承诺逾期）'}：${reason}`,
  ReviewOpinionRecorded: ({ departmentId, outcome, opinion }, reference) =>
    `${reference.getOrganisation(departmentId).shortName}审核${outcome === 'pass' ? '通过' : '不通过'}：${opinion}`,
  ClockPaused: ({ kind, estimatedDays }) =>
    `启动${PROCEDURE_NAME[kind]}，预计 ${estimatedDays} 个工作日，期限暂停计算`,
  ClockResumed: ({ kind }) => `${PROCEDURE_NAME[kind]}结束，期限恢复计算`,
  DeadlineExtended: ({ days, reason }) => `延长 ${days} 个工作日：${reason}`,
  FeeSettled: ({ amount, exempt }) => (exempt ? '登记减免费用' : `登记缴费 ${amount} 元`),
  LicenceGranted: () => '决定准予行政许可',
  LicenceRefused: ({ reason }) => `决定不予行政许可：${reason}`,
  LicenceDeemedRenewed: ({ on }) => `至${chineseDate(on)}届满未作决定，视为准予延续`,
  CertificateMade: ({ name, number, version }) => `制作《${name}》${number}，第 ${version} 版`,
  SealingLetterSent: () => '向州行政审批局出具准予许可函，四项内容齐备',
  SealingLetterReturned: ({ reason }) => `退回准予许可函：${reason}`,
  SealApplied: ({ route }) =>
    route === 'bureau' ? '加盖州行政审批局行政审批专用章' : '加盖本部门审批印章',
  ProvincialResultReceived: ({ certificateNumber }) =>
    `收到省级办理结果${certificateNumber === null ? '' : `，证号 ${certificateNumber}`}`,
  ReadyForPickup: () => '通知申请人领取',
  ResultIssued: ({ way, tracking }) =>
    way === 'pickup' ? '窗口出件' : `快递出件，单号 ${tracking ?? '待补'}`,
  ResultDelivered: ({ proof, locker }) =>
    locker !== undefined
      ? `送达，申请人从取件柜第 ${locker.box} 格领取并在送达回证上签名，${minute(locker.openedAt)} 开门；${COLLECTOR[locker.identityEntry]}`
      : proof === 'signature'
        ? '送达，申请人在送达回证上签名'
        : '送达，快递签收',
  CourierReturned: () => '快递退回，重新出件',
  ApplicationArchived: () => '归档',
  CertificateRevoked: ({ kind, reason }) =>
    `${KIND[kind]}${kind === 'withdrawn' ? '许可' : '证照'}：${reason}`,
  ServiceRated: ({ grade, text }) => `评价：${GRADE_NAME[grade]}${text === '' ? '' : `。${text}`}`,
  RatingFollowedUp: ({ outcome, text }) =>
    `回访：${followUpOutcomeName(outcome)}${text === '' ? '' : `。${text}`}`,
  CardRaised: ({ rule, level, fact }) =>
    `${level === 'red' ? '红牌' : level === 'yellow' ? '黄牌' : '预警'}（${cardName(rule)}）：${fact}`,
  CardExplained: ({ rule, text }) => `说明“${cardName(rule)}”：${text}`,
  CardClosed: ({ rule, text }) =>
    `说明成立，关闭“${cardName(rule)}”${text === '' ? '' : `：${text}`}`,
  CardExplanationRejected: ({ rule, text }) =>
    `说明不成立，“${cardName(rule)}”保留${text === '' ? '' : `：${text}`}`,
  DueDatesRecomputed: ({ before, after }) => {
    const changed = CLOCKS.filter((clock) => before[clock] !== after[clock])
    return `放假安排公布，重新计算期限：${changed.map((clock) => `${CLOCK_NAME[clock]}由 ${before[clock] ?? '无'} 改为 ${after[clock] ?? '无'}`).join('；')}`
  },
  NoticeSigned: ({ kind, number }) => `《${NOTICE_TITLE[kind]}》${number} 签章成文`,
}

export function eventSentence<Type extends ApplicationEvent['type']>(
  event: Extract<ApplicationEvent, { type: Type }>,
  reference: ReferenceData,
): string {
  const sentence: (
    event: Extract<ApplicationEvent, { type: Type }>,
    reference: ReferenceData,
  ) => string = SENTENCE[event.type as Type]
  return sentence(event, reference)
}
