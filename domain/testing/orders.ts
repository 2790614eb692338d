import type { CommandOf } from '../application/act.ts'
import { LETTER_STATEMENTS } from '../application/application.ts'
import type { ApplicationAction } from '../application/commands.ts'
import { THE_LAW } from '../shared/actor.ts'
import {
  CITIZEN,
  CLERK,
  DECIDER,
  HEAD,
  PERSON,
  REVIEWER,
  REVIEWER_2,
  SEALER,
  SUPERVISOR,
} from './actors.ts'
import { at, ITEM } from './build.ts'

type Words<Action extends ApplicationAction> = Omit<CommandOf<Action>, 'type' | 'at'>
export type Order<Action extends ApplicationAction> = (
  when: string,
  over?: Partial<Words<Action>>,
) => CommandOf<Action>

/** A command at a minute of the China clock, by the person whose work it is, unless told otherwise. */
function order<Action extends ApplicationAction>(
  type: Action,
  words: Words<Action>,
): Order<Action> {
  return (when, over = {}) => {
    const command: unknown = { type, at: at(when), ...words, ...over }
    return command as CommandOf<Action>
  }
}

export const GOOD_REASON = '现场核查发现经营场所面积不足，不符合条例规定的最低面积，故不予许可'
export const FOUR_YES = {
  complete: true,
  elementsFilled: true,
  legalForm: true,
  withinJurisdiction: true,
}

export const receive = order('ReceiveApplication', {
  by: CLERK,
  itemId: ITEM.itemId,
  applicant: PERSON,
  channel: 'window',
  materials: {},
  insist: false,
  renews: null,
})
export const accept = order('AcceptApplication', { by: CLERK })
export const assess = order('AssessMaterials', {
  by: CLERK,
  materials: {},
  checks: FOUR_YES,
  notes: '',
})
export const attach = order('AttachMaterial', {
  by: CITIZEN,
  material: 1,
  fileId: 'file-1',
  name: '申请书.pdf',
  mediaType: 'application/pdf',
  size: 1024,
  sha256: 'ab'.repeat(32),
})
export const decline = order('DeclineApplication', {
  by: CLERK,
  ground: 'out-of-jurisdiction',
  text: '该活动由县级文化主管部门审批',
})
export const requestCorrection = order('RequestCorrection', {
  by: CLERK,
  materials: [2],
  text: '缺少营业场所证明',
})
export const supplyCorrection = order('SupplyCorrection', { by: CITIZEN, materials: [2] })
export const requestTolerated = order('RequestTolerated', {
  by: REVIEWER,
  text: '请在三日内补交，逾期依法作出决定',
})
export const checkCommitment = order('CheckCommitment', {
  by: REVIEWER,
  material: 3,
  kept: true,
  finding: '经现场核对，与承诺一致',
})
export const supplyTolerated = order('SupplyTolerated', { by: CITIZEN, materials: [2] })
export const lapse = order('LapseApplication', { by: CLERK, reason: '逾期未补正' })
export const withdraw = order('WithdrawApplication', { by: CITIZEN, reason: '不再举办' })
export const goOn = order('GoOnAlone', { by: CITIZEN, reason: '已另行取得营业执照' })
export const terminate = order('TerminateApplication', { by: CLERK, reason: '申请人已注销' })
export const review = order('RecordReview', {
  by: REVIEWER,
  outcome: 'pass',
  opinion: '材料齐全，符合条件',
})
export const beginProcedure = order('BeginProcedure', { by: REVIEWER, kind: 'hearing', days: 20 })
export const endProcedure = order('EndProcedure', { by: REVIEWER })
export const extend = order('ExtendDeadline', { by: HEAD, reason: '案情复杂' })
export const settleFee = order('SettleFee', { by: REVIEWER, amount: 100, exempt: false })
export const grant = order('DecideApplication', {
  by: DECIDER,
  outcome: 'grant',
  reason: '符合规定条件',
})
export const refuse = order('DecideApplication', {
  by: DECIDER,
  outcome: 'refuse',
  reason: GOOD_REASON,
})
export const makeCertificate = order('MakeCertificate', {
  by: REVIEWER_2,
  years: 5,
  until: null,
  content: '营业性演出',
})
export const sendLetter = order('SendSealingLetter', { by: DECIDER, statements: LETTER_STATEMENTS })
export const returnLetter = order('ReturnSealingLetter', {
  by: SEALER,
  reason: '有效期与决定书不一致',
})
export const seal = order('ApplySeal', { by: SEALER })
export const receiveProvincial = order('ReceiveProvincialResult', {
  by: CLERK,
  certificateNumber: '川示例 0001',
  until: null,
})
export const notifyPickup = order('NotifyPickup', { by: CLERK })
export const issue = order('IssueResult', { by: CLERK, way: 'pickup', tracking: null })
export const post = order('IssueResult', { by: CLERK, way: 'courier', tracking: 'EMS1234567890' })
export const confirmDelivery = order('ConfirmDelivery', {
  by: CLERK,
  proof: 'signature',
  returned: false,
  signature: '签名笔迹',
})
export const archive = order('ArchiveApplication', { by: REVIEWER })
export const revoke = order('RevokeCertificate', {
  by: HEAD,
  kind: 'penalty',
  reason: '擅自变更许可内容，情节严重',
})
export const rate = order('RateService', { by: CITIZEN, grade: 5, text: '' })
export const followUp = order('FollowUpRating', {
  by: SUPERVISOR,
  outcome: 'contacted',
  text: '已电话联系',
})
export const explainCard = order('ExplainCard', { by: HEAD, rule: null, text: '因人员调整' })
export const closeCard = order('CloseCard', { by: SUPERVISOR, rule: null, accept: true, text: '' })
export const theLaw = order('ApplyLaw', { by: THE_LAW, recordedAt: at('2026-03-02T09:00') })

/** Every command once, by the person whose work it is. */
export const EVERY_ORDER: { readonly [Action in ApplicationAction]: Order<Action> } = {
  ReceiveApplication: receive,
  AcceptApplication: accept,
  AssessMaterials: assess,
  AttachMaterial: attach,
  DeclineApplication: decline,
  RequestCorrection: requestCorrection,
  SupplyCorrection: supplyCorrection,
  SupplyTolerated: supplyTolerated,
  RequestTolerated: requestTolerated,
  CheckCommitment: checkCommitment,
  LapseApplication: lapse,
  WithdrawApplication: withdraw,
  GoOnAlone: goOn,
  TerminateApplication: terminate,
  RecordReview: review,
  BeginProcedure: beginProcedure,
  EndProcedure: endProcedure,
  ExtendDeadline: extend,
  SettleFee: settleFee,
  DecideApplication: grant,
  MakeCertificate: makeCertificate,
  SendSealingLetter: sendLetter,
  ReturnSealingLetter: returnLetter,
  ApplySeal: seal,
  ReceiveProvincialResult: receiveProvincial,
  NotifyPickup: notifyPickup,
  IssueResult: issue,
  ConfirmDelivery: confirmDelivery,
  ArchiveApplication: archive,
  RevokeCertificate: revoke,
  RateService: rate,
  FollowUpRating: followUp,
  ExplainCard: explainCard,
  CloseCard: closeCard,
  ApplyLaw: theLaw,
}
