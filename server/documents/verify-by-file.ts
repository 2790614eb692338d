import { createHash } from 'node:crypto'
import type { CheckedSignature } from '../sealing/verify-pdf.ts'
import { verifyPdf } from '../sealing/verify-pdf.ts'
import { describeIssued, type VerifyContext } from './describe-issued.ts'
import { findByHash } from './issued-document.ts'
import { isTestSeal } from './test-seal.ts'
import { todaySentence, type Report } from './verify-by-code.ts'

/** Bytes, far above any paper made here. Checking the signatures of a larger file would only keep others waiting. */
const LARGEST_PAPER = 8 * 1024 * 1024

/** The file against the register, byte for byte, and its signatures against our authorities. */
export async function verifyByFile(
  context: VerifyContext,
  regionCode: number,
  pdf: Buffer,
): Promise<Report> {
  const { db, seals } = context
  const sha256 = createHash('sha256').update(pdf).digest()
  const issued = await findByHash(db, regionCode, sha256)
  if (issued === undefined && pdf.length > LARGEST_PAPER) return TOO_LARGE_FOR_OURS
  const { valid, signatures, reason } = verifyPdf(pdf, await seals.trustedAuthorities())
  const found = signatures.map(reported)
  if (issued === undefined)
    return {
      genuine: false,
      sentence: valid
        ? '签章有效，但本系统没有登记这份文件，不能认定是出具的文书。请向出具机关核实。'
        : reason,
      testSeal: await hasTestSeal(context, signatures),
      document: null,
      signatures: found,
    }
  const document = await describeIssued(context, regionCode, issued)
  // A paper without a seal has only the register to vouch for it.
  const genuine = valid || issued.seal === null
  return {
    genuine,
    sentence: genuine
      ? `是本系统出具的原件，没有改动过。${todaySentence(document)}`
      : `文件与登记的一致，但签章没有通过验证：${reason}`,
    testSeal: await isTestSeal(seals, issued.seal),
    document,
    signatures: found,
  }
}

const TOO_LARGE_FOR_OURS: Report = {
  genuine: false,
  sentence: '没有登记过这份文件，而且它比本系统出具的任何文书都大。请上传收到的原文件。',
  testSeal: false,
  document: null,
  signatures: [],
}

function reported({ signer, signedAt, ...rest }: CheckedSignature): Report['signatures'][number] {
  return { signer: signer ?? '无法识别', signedAt, ...rest }
}

/** Of an unknown file: our own authorities sign with test seals or with real ones, never with both. */
async function hasTestSeal(
  { seals }: VerifyContext,
  signatures: readonly CheckedSignature[],
): Promise<boolean> {
  return signatures.some(({ trusted }) => trusted) && (await isTestSeal(seals, 'acceptance-seal'))
}
