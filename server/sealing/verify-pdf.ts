import { verify as verifyWith, X509Certificate } from 'node:crypto'
import type { Instant } from '../../domain/shared/ids.ts'
import { readSignedData, type SignedContent } from './read-signed-data.ts'
import { findSignatures, type FoundSignature } from './find-signatures.ts'
import { encodedForSigning, sha256 } from './signature-container.ts'

export type CheckedSignature = {
  /** Common name of the certificate; null when it cannot be read. */
  readonly signer: string | null
  readonly signedAt: Instant | null
  /** False for an earlier signature that later ones enclose. */
  readonly coversWholeDocument: boolean
  /** The signed bytes are those that were signed. */
  readonly intact: boolean
  /** The certificate comes from a trusted authority and was valid at the time of signing. */
  readonly trusted: boolean
}

export type PdfVerification = {
  readonly valid: boolean
  readonly signatures: readonly CheckedSignature[]
  /** Chinese sentence for the person who asked. */
  readonly reason: string
}

/** Bytes; the documents issued are far below. */
export const MAX_VERIFIED_SIZE = 50 * 1024 * 1024

/**
 * Whether the whole file is, byte for byte, what our seals signed: the last signature must reach to the
 * end of the file and every one must be intact and trusted. Answers for any bytes, never throws.
 */
export function verifyPdf(pdf: Uint8Array, authorities: readonly string[]): PdfVerification {
  if (pdf.length > MAX_VERIFIED_SIZE)
    return refused('文件超过 50 MB，不是本系统出具的文书。请上传收到的原文件。')
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length)
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
    return refused('这不是 PDF 文件。请上传收到的 PDF 原文件，不要上传照片或者扫描件。')
  const found = findSignatures(bytes)
  if (found.length === 0)
    return refused('文件里没有完整的电子签名。请上传收到的原文件，打印后再扫描的文件无法核验。')
  const roots = authorities.map((pem) => new X509Certificate(pem))
  const signatures = found.map((signature) => checked(bytes, signature, roots))
  return { signatures, ...verdict(signatures) }
}

function refused(reason: string): PdfVerification {
  return { valid: false, signatures: [], reason }
}

function verdict(signatures: readonly CheckedSignature[]): { valid: boolean; reason: string } {
  if (signatures.some(({ intact }) => !intact))
    return { valid: false, reason: '文件内容在签章之后被改动过，不能使用。' }
  if (signatures.some(({ trusted }) => !trusted))
    return { valid: false, reason: '签章证书不是本系统信任的机构颁发的，不能证明文书来源。' }
  if (!signatures.some(({ coversWholeDocument }) => coversWholeDocument))
    return { valid: false, reason: '签章之后文件又被添加了内容，不能使用。请上传收到的原文件。' }
  return { valid: true, reason: '文件自签章之后没有改动，签章有效。' }
}

function checked(
  pdf: Buffer,
  found: FoundSignature,
  roots: readonly X509Certificate[],
): CheckedSignature {
  const coversWholeDocument = found.end === pdf.length
  const content = readSignedData(found.container)
  const at = { coversWholeDocument, signedAt: found.signedAt }
  if (!content) return { ...at, signer: null, intact: false, trusted: false }
  const signed = Buffer.concat([
    pdf.subarray(0, found.gapFrom),
    pdf.subarray(found.gapTo, found.end),
  ])
  return {
    ...at,
    signer: content.signerName,
    intact: isIntact(content, sha256(signed)),
    trusted: isTrusted(content, roots, found.signedAt),
  }
}

function isIntact(
  { signer, messageDigest, certificateHash, attributes, signature }: SignedContent,
  digest: Buffer,
): boolean {
  return (
    digest.equals(messageDigest) &&
    sha256(signer.raw).equals(certificateHash) &&
    verifyWith('sha256', encodedForSigning(attributes), signer.publicKey, signature)
  )
}

function isTrusted(
  { signer, others }: SignedContent,
  roots: readonly X509Certificate[],
  signedAt: Instant | null,
): boolean {
  const root = roots.find(
    (candidate) => signer.checkIssued(candidate) && signer.verify(candidate.publicKey),
  )
  if (!root || !signedAt || signer.ca) return false
  const time = Date.parse(signedAt)
  const inForce = [signer, root].every(
    ({ validFrom, validTo }) => Date.parse(validFrom) <= time && time <= Date.parse(validTo),
  )
  return inForce && others.every((other) => roots.some(({ raw }) => raw.equals(other.raw)))
}
