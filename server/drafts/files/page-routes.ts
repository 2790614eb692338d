import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../../contract/uploads.ts'
import { isWholeOrder } from '../../../domain/upload/page-order.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import { registerOperation } from '../../http/register-operation.ts'
import { openDraft } from '../draft-access.ts'
import type { DraftContext } from '../draft-context.ts'
import { touchPages } from '../draft-row.ts'
import { groupPages, quotaOf, sourceNumbers } from '../draft-view.ts'
import { findUpload, openToChange, refuseMaterial } from './upload-access.ts'

/** What is there: read, listed for a desk that looks again and again, put in order. */
export function pageRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  const { uploads, regionCode, clock } = context
  registerOperation(
    http,
    httpContext,
    contract.readUpload,
    async ({ params, visitor, request }) => {
      const found = await findUpload(context, { visitor, request }, params, { settled: true })
      if (!found.ok) return found
      const { upload } = found.value
      if (upload.mediaType === null)
        return refuse('chunks-missing', '这份文件还没有传完，请继续上传。')
      if (upload.scan === 'waiting')
        return refuse('file-quarantined', '这份文件正在等待病毒查杀，查杀通过后即可打开。')
      return {
        ok: true,
        raw: Readable.from(uploads.content(regionCode, upload)),
        mediaType: upload.mediaType,
        fileName: upload.name,
        saveOnly: upload.saveOnly,
      }
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.readPages,
    async ({ params, query, visitor, request }) => {
      const opened = await openDraft(context, { request, visitor }, params.draftId)
      if (!opened.ok) return opened
      const { draft } = opened.value
      const stored = await uploads.pagesOf(regionCode, draft.draftId)
      const isSame = query.since !== undefined && query.since === draft.pagesVersion
      return {
        ok: true,
        value: {
          pagesVersion: draft.pagesVersion,
          pages: isSame ? null : groupPages(stored, await sourceNumbers(context, stored)),
          quota: quotaOf(context, draft, stored),
        },
      }
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.orderPages,
    async ({ params, body, visitor, request }) => {
      const opened = await openToChange(context, { visitor, request }, params.draftId)
      if (!opened.ok) return opened
      const { draft, paired } = opened.value
      const refused = refuseMaterial(context, draft, paired, params.number)
      if (refused !== null) return refused
      const stored = await uploads.pagesOf(regionCode, draft.draftId)
      const present = stored
        .filter(({ material }) => material === params.number)
        .map(({ uploadId }) => uploadId)
      if (!isWholeOrder(body.uploadIds, present))
        return refuse(
          'changed-meanwhile',
          '这项材料的文件刚刚有增减，页序没有保存。请核对后重新调整。',
        )
      await uploads.order(regionCode, body.uploadIds)
      const at = clock(regionCode)
      return {
        ok: true,
        value: { pagesVersion: await touchPages(context.db, regionCode, draft.draftId, at) },
      }
    },
  )
}
