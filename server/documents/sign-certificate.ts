import { step } from '../database/observe.ts'
import type { PaperContext } from './documents-context.ts'
import type { Urgency } from './job-queue.ts'
import { loadCertificate, type LoadedCertificate } from './load-certificate.ts'
import type { CertificateRenderInput } from './render-input.ts'
import { sealPdf } from './seal-pdf.ts'
import { findSealRecord } from './seal-record.ts'
import { findStoredDocument, storeDocument, type StoredDocument } from './stored-document.ts'
import { isTestSeal } from './test-seal.ts'
import { draftVerifyLink, verifyLink } from './verify-link.ts'

/** The certificate that a use of the seal made: stored once under the record's id. Undefined: no such record. */
export async function signedCertificate(
  context: PaperContext,
  regionCode: number,
  recordId: string,
  urgency: Urgency = 'awaited',
): Promise<StoredDocument | undefined> {
  const { db, renderer, seals, clock, loadState } = context
  const [record, known] = await Promise.all([
    findSealRecord(db, regionCode, recordId),
    findStoredDocument(db, regionCode, recordId),
  ])
  if (record === undefined || known !== undefined) return known
  const { applicationId, seal, title, number } = record
  const state = await loadState(regionCode, applicationId)
  const loaded = state && (await loadCertificate(context, regionCode, applicationId, state))
  // The register allows one use for one certificate, and after it no other is made.
  if (loaded?.sealRecord?.recordId !== recordId)
    throw new Error('The seal record is not of the certificate that the application has')
  const input = await certificateInput(context, loaded)
  const unsigned = await step('typeset', () => renderer.pdf(input, urgency))
  const signedAt = clock(regionCode)
  const reason = `${title} ${number}`
  const pdf = await step('seal', () => sealPdf(seals, unsigned, { seal, signedAt, reason }))
  return await storeDocument(db, regionCode, {
    documentId: recordId,
    applicationId,
    signedAt,
    pdf,
  })
}

/** Sealed: as it stands. Before: a draft with the seal faint at its place. */
export async function certificateInput(
  { portalUrl, seals }: PaperContext,
  { document, sealRecord }: LoadedCertificate,
): Promise<CertificateRenderInput> {
  return {
    template: 'certificate',
    document,
    draft: sealRecord === null,
    testSeal: await isTestSeal(seals, document.seal),
    ...(sealRecord === null
      ? { ...draftVerifyLink(portalUrl), sealShown: 'faint' }
      : verifyLink(portalUrl, sealRecord.verifyCode)),
  }
}
