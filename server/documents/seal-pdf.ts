import type { SealName } from '../../domain/notice/notice.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { findSealPlace } from '../sealing/seal-place.ts'
import type { SealProvider } from '../sealing/seal-provider.ts'

export type Sealing = {
  /** Null: the paper carries no seal and stays as it is. */
  readonly seal: SealName | null
  readonly signedAt: Instant
  /** 受理通知书 阿审受〔2026〕12号 */
  readonly reason: string
}

/** Puts the seal where the document says it belongs. */
export async function sealPdf(
  seals: SealProvider,
  pdf: Uint8Array,
  { seal, signedAt, reason }: Sealing,
): Promise<Uint8Array> {
  if (seal === null) return pdf
  const place = await findSealPlace(pdf)
  if (place === undefined) throw new Error('The document leaves no place for its seal')
  return seals.sign(seal, pdf, { place, signedAt, reason })
}
