import { LETTER_STATEMENTS } from '../../domain/application/application.ts'
import type { CommandName } from '../../domain/application/commands.ts'
import type { ServiceGuide } from '../../domain/catalogue/service-guide.ts'
import type { TrialCommand } from './trial-stage.ts'

const REASON =
  '试办：经审查，申请人提交的材料不能证明其符合法定条件，依据行政许可法第三十八条第二款，不予许可。'

/** What is said with each act of a trial, first things first; an act not named here is not done. */
export function trialOrders(
  guide: ServiceGuide,
  outcome: 'grant' | 'refuse',
): ReadonlyMap<CommandName, TrialCommand> {
  const passes = outcome === 'grant'
  return new Map<CommandName, TrialCommand>([
    ['accept', { type: 'AcceptApplication' }],
    [
      'review',
      {
        type: 'RecordReview',
        outcome: passes ? 'pass' : 'fail',
        opinion: passes ? '材料齐全，符合法定条件。' : '不符合法定条件。',
      },
    ],
    ['settle-fee', { type: 'SettleFee', amount: guide.fee?.amount ?? 0, exempt: false }],
    ['decide', { type: 'DecideApplication', outcome, reason: passes ? '' : REASON }],
    ['receive-provincial-result', PROVINCIAL],
    ['make-certificate', { type: 'MakeCertificate', years: null, until: null, content: '' }],
    ['send-letter', { type: 'SendSealingLetter', statements: LETTER_STATEMENTS }],
    ['seal', { type: 'ApplySeal' }],
    ['notify-pickup', { type: 'NotifyPickup' }],
    ['issue', { type: 'IssueResult', way: 'courier', tracking: 'SHIBAN0000001' }],
    [
      'confirm-delivery',
      { type: 'ConfirmDelivery', proof: 'courier', returned: false, signature: null },
    ],
    ['archive', { type: 'ArchiveApplication' }],
  ])
}

const PROVINCIAL: TrialCommand = {
  type: 'ReceiveProvincialResult',
  certificateNumber: '试办00001号',
  until: null,
}

export const ACT_NAME: Readonly<Partial<Record<CommandName | 'receive', string>>> = {
  receive: '收件',
  accept: '受理',
  'supply-tolerated': '补交容缺材料',
  'request-correction': '一次性告知补正',
  'supply-correction': '补正',
  decline: '不予受理',
  'begin-procedure': '特别程序',
  'end-procedure': '结束特别程序',
  extend: '延长期限',
  review: '审核',
  'settle-fee': '缴费',
  decide: '决定',
  'receive-provincial-result': '登记省级结果',
  'make-certificate': '制证',
  'send-letter': '出具准予许可函',
  seal: '用印',
  'notify-pickup': '通知领取',
  issue: '出件',
  'confirm-delivery': '送达',
  archive: '归档',
}
