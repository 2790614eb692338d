import type { FastifyRequest } from 'fastify'
import type { StoredUpload } from '../../../domain/upload/stored-upload.ts'
import { refuse } from '../../http/refusal.ts'
import type { Session } from '../../http/session.ts'
import { openDraft, refuseSettled } from '../draft-access.ts'
import type { Done, DraftContext } from '../draft-context.ts'
import type { DraftRow } from '../draft-row.ts'
import { inForceNow } from '../in-force.ts'

export const NO_UPLOAD = refuse(
  'upload-not-found',
  '没有这份文件，可能已经删除。请刷新后重新上传。',
)

export type Who = { readonly request: FastifyRequest; readonly visitor: Session | undefined }

/** The draft, by its owner or a phone, not yet submitted. */
export async function openToChange(context: DraftContext, who: Who, draftId: string) {
  const opened = await openDraft(context, who, draftId, { phones: true })
  if (!opened.ok) return opened
  return refuseSettled(opened.value.draft) ?? opened
}

export async function findUpload(
  context: DraftContext,
  who: Who,
  { draftId, uploadId }: { readonly draftId: string; readonly uploadId: string },
  { settled = false }: { readonly settled?: boolean } = {},
): Promise<Done<{ readonly draft: DraftRow; readonly upload: StoredUpload }>> {
  const opened = settled
    ? await openDraft(context, who, draftId, { phones: true })
    : await openToChange(context, who, draftId)
  if (!opened.ok) return opened
  const { draft, paired } = opened.value
  const upload = await context.uploads.find(context.regionCode, uploadId)
  if (upload === undefined || upload.draftId !== draftId) return NO_UPLOAD
  return paired !== null && upload.material !== paired
    ? NO_UPLOAD
    : { ok: true, value: { draft, upload } }
}

/** Only materials that the guide has; a phone only the one it was paired for. */
export function refuseMaterial(
  context: DraftContext,
  { itemId }: DraftRow,
  paired: number | null,
  material: number,
) {
  const { guide } = inForceNow(context, itemId) ?? {}
  const isAsked = guide?.materials.some(({ number }) => number === material) === true
  return isAsked && (paired === null || paired === material)
    ? null
    : refuse('material-not-asked', '办事指南里没有这项材料，请刷新页面后重试。')
}
