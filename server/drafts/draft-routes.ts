import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/drafts.ts'
import type { DraftContent } from '../../domain/drafts/draft-content.ts'
import { mergeDraft } from '../../domain/drafts/merge-draft.ts'
import { trustOfUpload } from '../../domain/upload/material-trust.ts'
import type { HttpContext } from '../http/http-context.ts'
import { refuse } from '../http/refusal.ts'
import { registerOperation } from '../http/register-operation.ts'
import { browserHashOf } from './browser-cookie.ts'
import type { DraftContext } from './draft-context.ts'
import { openDraft, DRAFT_NOT_FOUND, refuseSettled } from './draft-access.ts'
import {
  bindToAccount,
  type DraftRow,
  draftsOfAccount,
  draftsOfBrowser,
  expiresOn,
  findDraft,
  removeDraft,
  saveContent,
} from './draft-row.ts'
import { isTooLarge, TOO_LARGE } from './draft-size.ts'
import { draftView } from './draft-view.ts'
import { inForceNow, versionsOf } from './in-force.ts'

/** Drafts: begun, saved as typed, listed, claimed, deleted. */
export function draftRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  const { db, regionCode, clock } = context
  registerOperation(http, httpContext, contract.listDrafts, async ({ visitor, request }) => {
    const browser = browserHashOf(request, context)
    const isApplicant = visitor?.actor.role === 'applicant'
    const [own, held] = await Promise.all([
      isApplicant ? draftsOfAccount(db, regionCode, visitor.actor.accountId) : [],
      browser === undefined ? [] : draftsOfBrowser(db, regionCode, browser),
    ])
    const now = clock(regionCode)
    const living = [...own, ...held].filter(({ expiresAt }) => expiresAt > now)
    return { ok: true, value: { drafts: living.map((draft) => rowOf(context, draft)) } }
  })

  registerOperation(http, httpContext, contract.getDraft, async ({ params, visitor, request }) => {
    const opened = await openDraft(context, { request, visitor }, params.draftId)
    if (!opened.ok) return opened
    return { ok: true, value: await draftView(context, opened.value.draft) }
  })

  registerOperation(
    http,
    httpContext,
    contract.saveDraft,
    async ({ params, body, visitor, request }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      return await save(context, opened.value.draft, body)
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.deleteDraft,
    async ({ params, visitor, request }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      const pages = await context.uploads.pagesOf(regionCode, params.draftId)
      const settled = refuseSettled(opened.value.draft)
      if (settled !== null) return settled
      if (!(await removeDraft(db, regionCode, params.draftId)))
        return refuse('draft-submitted', '这份草稿正在提交或者已经提交，不能删除。')
      await context.uploads.remove(
        regionCode,
        pages.map(({ uploadId }) => uploadId),
      )
      return { ok: true, value: {} }
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.claimDraft,
    async ({ params, session, request, visitor }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      const { draft } = opened.value
      if (draft.accountId === null)
        await bindToAccount(db, regionCode, draft.draftId, session.actor.accountId)
      const bound = await findDraft(db, regionCode, draft.draftId)
      // Two accounts claimed it at once on one browser: the first has it.
      if (bound?.accountId !== session.actor.accountId) return DRAFT_NOT_FOUND
      return { ok: true, value: await draftView(context, bound) }
    },
  )
}

type SaveBody = {
  readonly saveId: string
  readonly expectedVersion: number
  readonly patch: contract.DraftPatch
  readonly seen?: { readonly guideVersion: number; readonly formVersion: number | null } | undefined
}

async function save(context: DraftContext, draft: DraftRow, body: SaveBody) {
  const { db, regionCode, clock } = context
  const { saveId, expectedVersion, patch, seen } = body
  if (draft.lastSave === saveId)
    return { ok: true as const, value: { version: draft.version, savedAt: draft.savedAt } }
  const settled = refuseSettled(draft)
  if (settled !== null) return settled
  if (draft.version !== expectedVersion) return savedMeanwhile(draft.version)
  const content = mergeDraft(draft.content, patch)
  if (isTooLarge(content)) return TOO_LARGE
  const at = clock(regionCode)
  const saved = await saveContent(db, regionCode, draft, {
    saveId,
    content,
    at,
    ...versionsSeen(context, draft, seen),
  })
  if (saved === undefined) {
    const now = await findDraft(db, regionCode, draft.draftId)
    if (now?.lastSave === saveId)
      return { ok: true as const, value: { version: now.version, savedAt: now.savedAt } }
    return (now && refuseSettled(now)) ?? savedMeanwhile(now?.version ?? draft.version)
  }
  await retrust(context, draft, content, patch)
  return { ok: true as const, value: { version: saved, savedAt: at } }
}

/** A draft goes on with what is in force only when its owner was shown exactly that. */
function versionsSeen(context: DraftContext, draft: DraftRow, seen: SaveBody['seen']) {
  const { guideVersion, formId, formVersion } = draft
  const kept = { guideVersion, formId, formVersion }
  const now = seen === undefined ? undefined : inForceNow(context, draft.itemId)
  if (seen === undefined || now === undefined) return kept
  const versions = versionsOf(now)
  const isCurrent =
    versions.guideVersion === seen.guideVersion && versions.formVersion === seen.formVersion
  return isCurrent ? versions : kept
}

/** What the applicant says to have made is grade D, also what was uploaded before it was said. */
async function retrust(
  { uploads, regionCode }: DraftContext,
  { draftId }: DraftRow,
  content: DraftContent,
  patch: contract.DraftPatch,
): Promise<void> {
  for (const number of Object.keys(patch.materials ?? {}))
    await uploads.trust(
      regionCode,
      draftId,
      Number(number),
      trustOfUpload(content.materials[number]?.selfMade ?? false),
    )
}

function savedMeanwhile(version: number) {
  return refuse(
    'changed-meanwhile',
    '这份草稿刚刚在另一台设备上保存过。您填写的内容没有丢失，请核对后再保存。',
    { version },
  )
}

function rowOf(context: DraftContext, draft: DraftRow) {
  const { item } = inForceNow(context, draft.itemId) ?? {}
  return {
    draftId: draft.draftId,
    itemId: draft.itemId,
    itemName: item?.name ?? '',
    savedAt: draft.savedAt,
    expiresOn: expiresOn(draft),
    isBound: draft.accountId !== null,
    applicantName: draft.content.applicant.name,
  }
}
