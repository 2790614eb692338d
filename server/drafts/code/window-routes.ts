import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  openDraftAtWindow,
  readDraftPageAtWindow,
  takeOverDraft,
} from '../../../contract/window-drafts.ts'
import { recordAccess } from '../../http/access-audit.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import { registerOperation } from '../../http/register-operation.ts'
import type { Session } from '../../http/session.ts'
import { checkView } from '../check-draft.ts'
import type { Done, DraftContext } from '../draft-context.ts'
import type { DraftRow } from '../draft-row.ts'
import { draftView } from '../draft-view.ts'
import { draftByCode } from './slip-codes.ts'
import { takeOver } from '../submit-draft.ts'

/** A draft at the counter: read, and received from. Every look is written down. */
export function windowRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  const { uploads, regionCode } = context
  registerOperation(http, httpContext, openDraftAtWindow, async ({ body, session, request }) => {
    const found = await openAtWindow(context, session, request, body.code)
    if (!found.ok) return found
    const draft = found.value
    return {
      ok: true,
      value: {
        draft: await draftView(context, draft),
        check: await checkView(context, draft, null),
      },
    }
  })

  registerOperation(http, httpContext, takeOverDraft, async ({ body, session, request }) => {
    const found = await openAtWindow(context, session, request, body.code)
    if (!found.ok) return found
    return await takeOver(context, { session, origin: request.ip }, found.value, body)
  })

  registerOperation(
    http,
    httpContext,
    readDraftPageAtWindow,
    async ({ params, body, session, request }) => {
      const found = await openAtWindow(context, session, request, body.code)
      if (!found.ok) return found
      const upload = await uploads.find(regionCode, params.uploadId)
      if (upload === undefined || upload.draftId !== found.value.draftId)
        return refuse('upload-not-found', '这份草稿里没有这个文件，请刷新后重试。')
      if (upload.mediaType === null || upload.scan === 'waiting')
        return refuse(
          'file-quarantined',
          '这份文件还没有传完，或者正在等待病毒查杀，请稍后再打开。',
        )
      return {
        ok: true,
        raw: Readable.from(uploads.content(regionCode, upload)),
        mediaType: upload.mediaType,
        fileName: upload.name,
        saveOnly: upload.saveOnly,
      }
    },
  )
}

/** Every look of a clerk into somebody's draft is written down. */
async function openAtWindow(
  context: DraftContext,
  session: Session,
  request: FastifyRequest,
  code: string,
): Promise<Done<DraftRow>> {
  const found = await draftByCode(context, { request, visitor: session }, code)
  if (!found.ok) return found
  await recordAccess(context.db, context.regionCode, {
    action: 'draft-opened-at-window',
    actor: session.actor,
    subjectId: found.value.draftId,
    detail: { item: found.value.itemId },
  })
  return found
}
