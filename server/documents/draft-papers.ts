import type { NoticeDocument } from '../../domain/notice/notice.ts'
import type { ApplicationState, PaperContext } from './documents-context.ts'
import { loadCertificate } from './load-certificate.ts'
import { renderDrafts } from './preview.ts'
import { certificateInput } from './sign-certificate.ts'

export type PlannedPapers = ApplicationState & {
  readonly regionCode: number
  readonly applicationId: string
  readonly notices: readonly NoticeDocument[]
  readonly makesCertificate: boolean
}

/** Every paper an act would make, notices first, then the certificate with the seal faint at its place. */
export async function draftPapers(context: PaperContext, planned: PlannedPapers) {
  const { regionCode, applicationId, number, notices, makesCertificate } = planned
  const drafts = await renderDrafts(
    context,
    notices.map((document) => ({ document, applicationNumber: number })),
  )
  if (!makesCertificate) return drafts
  const loaded = await loadCertificate(context, regionCode, applicationId, planned)
  if (loaded === undefined) return drafts
  const pages = await context.renderer.svg(await certificateInput(context, loaded))
  return [...drafts, { kind: 'certificate', title: loaded.document.name, pages }]
}
