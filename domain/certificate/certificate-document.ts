import type { SealName } from '../notice/notice.ts'
import type { LocalDate } from '../shared/ids.ts'

/** `registration`: 证照, landscape with a border; `approval`: 批准文件 or 批复, portrait. */
export const CERTIFICATE_KINDS = ['registration', 'approval'] as const
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number]

export type CertificateHolder =
  | { readonly kind: 'organisation'; readonly name: string; readonly creditCode: string }
  | { readonly kind: 'person'; readonly name: string; readonly idNumber: string }

/** A certificate as data. Frozen when made: the sealing letter binds its hash. */
export type CertificateDocument = {
  readonly kind: CertificateKind
  /** 农作物种子生产经营许可证 */
  readonly name: string
  readonly number: string
  /** 证照标识, GB/T 36904: 1.2.156.3005.2.… with its check digit */
  readonly identifier: string
  readonly holder: CertificateHolder
  /** What kinds of certificate add: 住所, 法定代表人, 经营场所. */
  readonly particulars: readonly (readonly [label: string, value: string])[]
  /** What is licensed, an entry each. */
  readonly content: readonly string[]
  readonly validFrom: LocalDate
  /** null: 长期 */
  readonly validUntil: LocalDate | null
  /** The organ that decided (许可机关), which need not be the one that seals. */
  readonly decidedBy: string
  readonly decisionNumber: string | null
  readonly dated: LocalDate
  readonly seal: SealName | null
  readonly footnotes: readonly string[]
}

/** A person's number keeps its first six and last four characters: 513201********0014. */
export function shownHolderCode(holder: CertificateHolder): {
  readonly label: string
  readonly code: string
} {
  if (holder.kind === 'organisation') return { label: '统一社会信用代码', code: holder.creditCode }
  const { idNumber } = holder
  const code =
    idNumber.length > 10
      ? `${idNumber.slice(0, 6)}${'*'.repeat(idNumber.length - 10)}${idNumber.slice(-4)}`
      : `${'*'.repeat(Math.max(idNumber.length - 2, 0))}${idNumber.slice(-2)}`
  return { label: '身份证件号码', code }
}
