import type { LocalDate } from '../shared/ids.ts'
import type { MaterialTrust } from './material-trust.ts'

/** One page of a material: a file in chunks, or what was verified before and serves again. */
export type StoredUpload = {
  readonly uploadId: string
  readonly draftId: string
  /** Guide number. */
  readonly material: number
  readonly name: string
  readonly declaredType: string
  /** Null until it is complete. */
  readonly mediaType: string | null
  /** Bytes. */
  readonly size: number
  readonly chunkCount: number
  readonly chunksIn: number
  /** 64 hex digits; null until it is complete. */
  readonly sha256: string | null
  readonly state: 'receiving' | 'complete' | 'submitted'
  readonly saveOnly: boolean
  readonly scan: 'unscanned' | 'waiting' | 'clean'
  readonly via: 'device' | 'phone' | 'reused' | 'certificate'
  readonly trust: MaterialTrust
  /** The stored material whose bytes these are. */
  readonly sourceFileId: string | null
  readonly sourceApplicationId: string | null
  readonly verifiedOn: LocalDate | null
  readonly freshUntil: LocalDate | null
  readonly consentedAt: string | null
}
