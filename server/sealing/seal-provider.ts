import type { SealName } from '../../domain/notice/notice.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import type { SealPlace } from './seal-place.ts'

export type SealDescription = {
  readonly seal: SealName
  /** The words on the seal: 阿坝州行政审批局行政审批专用章 */
  readonly inscription: string
  /** Common name of its certificate. */
  readonly signer: string
  /** True while it has no legal force: screens and papers must say so. */
  readonly test: boolean
}

export type SealUse = {
  readonly place: SealPlace
  /** Stated as the time of signing; the clock is the caller's. */
  readonly signedAt: Instant
  /** 受理通知书 阿审受〔2026〕12号 */
  readonly reason: string
}

/** What stands between the product and a seal: the test seals here, a seal server in service. */
export type SealProvider = {
  readonly describe: (seal: SealName) => Promise<SealDescription>
  /** PEM of the seal's certificate. */
  readonly certificateOf: (seal: SealName) => Promise<string>
  /** PEM of the authorities whose seals `verifyPdf` may trust. */
  readonly trustedAuthorities: () => Promise<readonly string[]>
  /** The PDF with the seal at its place and a PAdES B-B signature over the whole file. */
  readonly sign: (seal: SealName, pdf: Uint8Array, use: SealUse) => Promise<Uint8Array>
}
