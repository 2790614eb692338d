import type { Instant, LocalDate } from '../shared/ids.ts'
import type { MaterialTrust } from './material-trust.ts'

/** What is to be kept as a page without being sent in chunks: a reused file, or a certificate's copy. */
export type ReusedPage = {
  readonly uploadId: string
  readonly draftId: string
  readonly material: number
  readonly name: string
  readonly trust: MaterialTrust
  readonly sourceApplicationId: string
  readonly sourceFileId: string | null
  readonly verifiedOn: LocalDate
  readonly freshUntil: LocalDate | null
  /** Bytes; null for a certificate, which has no stored file. */
  readonly size: number | null
  readonly consentedAt: Instant
}
