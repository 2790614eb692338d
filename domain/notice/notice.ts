import type { LocalDate } from '../shared/ids.ts'

export const NOTICE_KINDS = [
  'receipt-slip',
  'acceptance-notice',
  'deemed-acceptance-notice',
  'non-acceptance-notice',
  'correction-notice',
  'procedure-notice',
  'extension-notice',
  'grant-decision',
  'refusal-decision',
  'sealing-letter',
  'pickup-notice',
  'delivery-receipt',
  'revocation-copy',
  'supervision-order',
  'circular',
  'commitment-letter',
  'tolerance-promise',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Whose seal stands under a document: an organisation's own, the window's, or the unified approval seal. */
export type SealName = `department:${string}` | 'acceptance-seal' | 'approval-seal'

/** A block of the body, in reading order. Text is data: it never becomes markup. */
export type NoticeBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'numbered'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'sign-here'; readonly labels: readonly string[] }

/** A notice as data: typesetting decides only how it looks. Frozen when issued. */
export type NoticeDocument = {
  readonly kind: NoticeKind
  /** 受理通知书 */
  readonly title: string
  /** A draft under the title, 待母语审校. Papers issued before there was one have none. */
  readonly tibetanHeading?: string
  /** `official`: 公文 with red head; `letter`: 信函格式; `slip`: a form without head. */
  readonly layout: 'official' | 'letter' | 'slip'
  /** 阿审受: the number reads 阿审受〔2026〕12号. */
  readonly numberPrefix: string
  readonly issuer: string
  readonly addressee: string
  readonly body: readonly NoticeBlock[]
  readonly dated: LocalDate
  readonly seal: SealName | null
  /** 基准指南，待部门确认 and the like, printed at the foot. */
  readonly footnotes: readonly string[]
}
