import type { NoticeKind } from './notice.ts'

/** The word people know a kind by. A variant may print a longer title of its own (不受理告知书). */
export const NOTICE_TITLE = {
  'receipt-slip': '申请材料接收凭证',
  'acceptance-notice': '受理通知书',
  'deemed-acceptance-notice': '受理通知书（视为受理）',
  'non-acceptance-notice': '不予受理通知书',
  'correction-notice': '补正告知书',
  'procedure-notice': '特别程序告知书',
  'extension-notice': '延长办理期限告知书',
  'grant-decision': '准予行政许可决定书',
  'refusal-decision': '不予行政许可决定书',
  'sealing-letter': '准予许可函',
  'pickup-notice': '领取通知',
  'delivery-receipt': '送达回证',
  'revocation-copy': '吊销许可证件抄送函',
  'supervision-order': '督办单',
  circular: '通报',
  'commitment-letter': '告知承诺书',
  'tolerance-promise': '容缺受理承诺书',
} as const satisfies Record<NoticeKind, string>
