import type { NoticeKind } from './notice.ts'

/** The kinds that an application's own events make. */
export type ApplicationNoticeKind = Exclude<NoticeKind, 'supervision-order' | 'circular'>

/** The comprehensive window numbers in a series of its own, whichever department the item belongs to. */
const WINDOW = '阿审'

const SERIES = {
  'receipt-slip': { of: 'window', word: '收' },
  'acceptance-notice': { of: 'window', word: '受' },
  'deemed-acceptance-notice': { of: 'window', word: '受' },
  'non-acceptance-notice': { of: 'window', word: '不受' },
  'correction-notice': { of: 'window', word: '补' },
  'pickup-notice': { of: 'window', word: '领' },
  'delivery-receipt': { of: 'window', word: '送' },
  'commitment-letter': { of: 'window', word: '告承' },
  'tolerance-promise': { of: 'window', word: '容承' },
  'procedure-notice': { of: 'department', word: '许特' },
  'extension-notice': { of: 'department', word: '许延' },
  'grant-decision': { of: 'department', word: '许准' },
  'refusal-decision': { of: 'department', word: '许不准' },
  'sealing-letter': { of: 'department', word: '许函' },
  'revocation-copy': { of: 'department', word: '吊抄' },
} as const satisfies Record<ApplicationNoticeKind, { of: 'window' | 'department'; word: string }>

/** 阿审受, 阿文旅许准: what stands before 〔2026〕12号. */
export function numberPrefixOf(kind: ApplicationNoticeKind, departmentPrefix: string): string {
  const { of, word } = SERIES[kind]
  return `${of === 'window' ? WINDOW : departmentPrefix}${word}`
}

/** Who puts the kind out: the window, under the acceptance seal, or the department, under its own. */
export function issuerOf(kind: ApplicationNoticeKind): 'window' | 'department' {
  return SERIES[kind].of
}
