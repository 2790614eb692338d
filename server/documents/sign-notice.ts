import { step } from '../database/observe.ts'
import type { PaperContext } from './documents-context.ts'
import type { Urgency } from './job-queue.ts'
import { loadNotice, type LoadedNotice } from './load-notice.ts'
import { noticeInput } from './notice-input.ts'
import { sealPdf } from './seal-pdf.ts'
import { findStoredDocument, storeDocument, type StoredDocument } from './stored-document.ts'

/**
 * The notice on paper: stored once, the same bytes ever after. The trail hears of it after it is stored; a crash
 * between the two is made good by whoever asks for the paper next. Undefined: no such notice.
 */
export async function signedNotice(
  context: PaperContext,
  regionCode: number,
  noticeId: string,
  urgency: Urgency = 'awaited',
): Promise<StoredDocument | undefined> {
  const { db } = context
  const [notice, known] = await Promise.all([
    loadNotice(db, regionCode, noticeId),
    findStoredDocument(db, regionCode, noticeId),
  ])
  if (notice === undefined) return undefined
  if (known !== undefined) {
    if (!notice.recorded) await recordInTrail(context, regionCode, notice, known)
    return known
  }
  const stored = await signAndStore(context, regionCode, notice, urgency)
  // Also when another stored it first: that one may die before it tells the trail.
  await recordInTrail(context, regionCode, notice, stored)
  return stored
}

async function signAndStore(
  context: PaperContext,
  regionCode: number,
  notice: LoadedNotice,
  urgency: Urgency,
): Promise<StoredDocument> {
  const { db, renderer, seals, clock } = context
  const { noticeId, applicationId, document, number } = notice
  const input = await noticeInput(context, notice)
  const unsigned = await step('typeset', () => renderer.pdf(input, urgency))
  const signedAt = clock(regionCode)
  const reason = `${document.title} ${number}`
  const pdf = await step('seal', () =>
    sealPdf(seals, unsigned, { seal: document.seal, signedAt, reason }),
  )
  return storeDocument(db, regionCode, { documentId: noticeId, applicationId, signedAt, pdf })
}

async function recordInTrail(
  { appendRecord }: PaperContext,
  regionCode: number,
  { noticeId, applicationId, kind, number }: LoadedNotice,
  { sha256 }: StoredDocument,
): Promise<void> {
  await appendRecord(regionCode, applicationId, {
    type: 'NoticeSigned',
    noticeId,
    kind,
    number,
    sha256,
  })
}
