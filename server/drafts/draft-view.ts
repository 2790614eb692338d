import type { DraftPage, DraftView } from '../../contract/drafts.ts'
import type { DraftContent } from '../../domain/drafts/draft-content.ts'
import type { StoredUpload } from '../../domain/upload/stored-upload.ts'
import { limitsFor } from '../../domain/upload/refuse-upload.ts'
import type { DraftContext } from './draft-context.ts'
import { type DraftRow, expiresOn } from './draft-row.ts'
import { changesOf, type InForce, inForceNow } from './in-force.ts'

const NUMBERS = `
  select application_id as "applicationId", number from application where region_code = $1 and application_id = any($2::uuid[])`

/** The whole draft, with its pages and what moved around it. */
export async function draftView(context: DraftContext, draft: DraftRow): Promise<DraftView> {
  const { regionCode, uploads } = context
  const stored = await uploads.pagesOf(regionCode, draft.draftId)
  const now = inForceNow(context, draft.itemId)
  return {
    draftId: draft.draftId,
    version: draft.version,
    pagesVersion: draft.pagesVersion,
    state: draft.state,
    applicationId: draft.state === 'submitted' ? draft.applicationId : null,
    itemId: draft.itemId,
    ...catalogueOf(context, now),
    isBound: draft.accountId !== null,
    hasSlipCode: draft.codeHash !== null,
    savedAt: draft.savedAt,
    expiresOn: expiresOn(draft),
    ...contentOf(draft.content),
    pages: groupPages(stored, await sourceNumbers(context, stored)),
    quota: quotaOf(context, draft, stored),
    changes:
      now === undefined || draft.state === 'submitted'
        ? []
        : changesOf(context, draft, now).map(mutable),
  }
}

/** What it is for, as it stands now. */
function catalogueOf({ reference }: DraftContext, now: InForce | undefined) {
  if (now === undefined)
    return { itemName: '', departmentName: '', guideVersion: null, formId: null, formVersion: null }
  const { item, guide, form } = now
  return {
    itemName: item.name,
    departmentName: reference.getOrganisation(item.departmentId).name,
    guideVersion: guide?.version ?? null,
    formId: form?.formId ?? null,
    formVersion: form?.version ?? null,
  }
}

function contentOf({ step, situation, answers, applicant, mandateId, materials }: DraftContent) {
  return {
    step,
    situation: { ...situation },
    answers: answersOf(answers),
    applicant,
    mandateId,
    materials: { ...materials },
  }
}

/** Bytes taken and allowed; what is only referred to takes none. */
export function quotaOf(
  { limits }: DraftContext,
  draft: DraftRow,
  stored: readonly StoredUpload[],
): { used: number; limit: number } {
  return { used: bytesUsed(stored), limit: limitsFor(draft.accountId !== null, limits).draft }
}

export function bytesUsed(stored: readonly StoredUpload[]): number {
  return stored.reduce((sum, { size, via }) => sum + (via === 'reused' ? 0 : size), 0)
}

export function groupPages(
  stored: readonly StoredUpload[],
  numbers: ReadonlyMap<string, string>,
): { material: number; pages: DraftPage[] }[] {
  const materials = [...new Set(stored.map(({ material }) => material))].toSorted((a, b) => a - b)
  return materials.map((material) => ({
    material,
    pages: stored
      .filter((upload) => upload.material === material)
      .map((upload) => pageOf(upload, numbers)),
  }))
}

export function pageOf(upload: StoredUpload, numbers: ReadonlyMap<string, string>): DraftPage {
  return {
    uploadId: upload.uploadId,
    name: upload.name,
    mediaType: upload.mediaType,
    size: upload.size,
    state: upload.state === 'receiving' ? 'receiving' : 'complete',
    chunksIn: upload.chunksIn,
    chunkCount: upload.chunkCount,
    handling: upload.scan === 'waiting' ? 'waiting' : upload.saveOnly ? 'save-only' : 'show',
    trust: upload.trust,
    via: upload.via,
    sourceNumber:
      upload.sourceApplicationId === null
        ? null
        : (numbers.get(upload.sourceApplicationId) ?? null),
    verifiedOn: upload.verifiedOn,
    freshUntil: upload.freshUntil,
  }
}

/** Application numbers of what was used again. */
export async function sourceNumbers(
  { db, regionCode }: DraftContext,
  stored: readonly StoredUpload[],
): Promise<ReadonlyMap<string, string>> {
  const ids = stored.flatMap(({ sourceApplicationId }) => sourceApplicationId ?? [])
  if (ids.length === 0) return new Map()
  const rows = await db.query<{ applicationId: string; number: string }>(NUMBERS, [regionCode, ids])
  return new Map(rows.map(({ applicationId, number }) => [applicationId, number]))
}

function answersOf(answers: DraftRow['content']['answers']): DraftView['answers'] {
  return Object.fromEntries(
    Object.entries(answers).map(([element, value]) => [
      element,
      typeof value === 'object' ? [...value] : value,
    ]),
  )
}

export function mutable(
  change: ReturnType<typeof changesOf>[number],
): DraftView['changes'][number] {
  return { ...change, dropped: [...change.dropped], added: [...change.added] }
}
