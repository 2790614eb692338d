import type { z } from 'zod'
import type { HistoryEntry } from '../../contract/application-view.ts'
import type { ApplicationEvent, ApplicationEventType } from '../../domain/application/events.ts'
import type { Body } from '../../domain/shared/actor.ts'
import { maskName } from '../../domain/identifiers/mask.ts'
import type { ReferenceData } from '../database/reference-data.ts'
import { eventSentence } from './event-sentence.ts'

export type HistoryRow = {
  readonly seq: number
  readonly data: ApplicationEvent
  readonly hash: string
}

const STEP = {
  ApplicationReceived: '收件',
  MaterialsAssessed: '核验',
  MaterialAttached: '材料',
  ApplicationAccepted: '受理',
  ToleratedMaterialsSupplied: '材料',
  ToleranceReminded: '提醒',
  ToleranceLapsed: '容缺逾期',
  ToleratedMaterialsRequested: '催交',
  CommitmentChecked: '承诺核查',
  ApplicationDeemedAccepted: '视为受理',
  ApplicationDeclined: '不予受理',
  CorrectionRequested: '补正',
  ApplicantReminded: '提醒',
  CorrectionSupplied: '补正',
  ApplicationLapsed: '办结',
  ApplicationWithdrawn: '撤回',
  WentOnAlone: '一件事',
  ApplicationTerminated: '终止',
  ReviewOpinionRecorded: '审核',
  ClockPaused: '特别程序',
  ClockResumed: '特别程序',
  DeadlineExtended: '延期',
  FeeSettled: '缴费',
  LicenceGranted: '决定',
  LicenceRefused: '决定',
  LicenceDeemedRenewed: '视为准予延续',
  CertificateMade: '制证',
  SealingLetterSent: '出函',
  SealingLetterReturned: '退回',
  SealApplied: '盖章',
  ProvincialResultReceived: '省级结果',
  ReadyForPickup: '通知领取',
  ResultIssued: '出件',
  ResultDelivered: '送达',
  CourierReturned: '退件',
  ApplicationArchived: '归档',
  CertificateRevoked: '吊销注销',
  ServiceRated: '评价',
  RatingFollowedUp: '回访',
  CardRaised: '监察',
  CardExplained: '监察',
  CardClosed: '监察',
  CardExplanationRejected: '监察',
  NoticeSigned: '文书',
  DueDatesRecomputed: '期限',
} as const satisfies Record<ApplicationEventType, string>

/** What stays inside the government: opinions, cards, letters between bodies. */
const INTERNAL: readonly ApplicationEventType[] = [
  'ReviewOpinionRecorded',
  'CardRaised',
  'CardExplained',
  'CardClosed',
  'CardExplanationRejected',
  'SealingLetterReturned',
  'RatingFollowedUp',
]

const BODY_NAME = {
  public: '申请人',
  'approval-service-centre': '综合窗口',
  'approval-bureau': '州行政审批局',
  'government-service-centre': '州政务服务中心',
  department: '审批部门',
  'prefecture-government': '州人民政府',
  administration: '系统管理',
  law: '系统',
} as const satisfies Record<Body, string>

/** The life of an application in words, newest first; whole names of officials, masked names of the public. */
export function historyEntries(
  rows: readonly HistoryRow[],
  reference: ReferenceData,
  internal: boolean,
): z.input<typeof HistoryEntry>[] {
  return rows
    .filter(({ data }) => internal || !INTERNAL.includes(data.type))
    .map(({ seq, data, hash }) => {
      const { by } = data
      const organisation =
        by.organisationId === undefined
          ? BODY_NAME[by.body]
          : reference.getOrganisation(by.organisationId).shortName
      return {
        seq,
        type: data.type,
        step: STEP[data.type],
        sentence: eventSentence(data, reference),
        at: data.at,
        byName: shownName(data),
        organisationName: by.window === undefined ? organisation : `综合窗口 ${by.window} 号`,
        hash,
      }
    })
    .toReversed()
}

/** Officials by name, the public masked, and who rated not at all: the rated never learn it (domain rules §7). */
function shownName({ type, by }: ApplicationEvent): string {
  if (type === 'ServiceRated') return '评价人不公开'
  return by.body === 'public' ? maskName(by.name) : by.name
}
