import type { FastifyInstance } from 'fastify'
import * as contract from '../../../contract/uploads.ts'
import type { Actor } from '../../../domain/shared/actor.ts'
import type { AccountId } from '../../../domain/shared/ids.ts'
import { chunkSizeOf } from '../../../domain/upload/chunks.ts'
import { trustOfUpload } from '../../../domain/upload/material-trust.ts'
import {
  faultOfUpload,
  limitsFor,
  sayBytes,
  type UploadFault,
} from '../../../domain/upload/refuse-upload.ts'
import type { StoredUpload } from '../../../domain/upload/stored-upload.ts'
import type { HttpContext } from '../../http/http-context.ts'
import { refuse } from '../../http/refusal.ts'
import { registerOperation } from '../../http/register-operation.ts'
import type { Session } from '../../http/session.ts'
import { uploadedFile } from '../../http/uploaded-file.ts'
import type { DraftContext } from '../draft-context.ts'
import { type DraftRow, touchPages } from '../draft-row.ts'
import { bytesUsed, pageOf } from '../draft-view.ts'
import { findUpload, NO_UPLOAD, openToChange, refuseMaterial } from './upload-access.ts'

const NO_SOURCES: ReadonlyMap<string, string> = new Map()

/** Files of a draft: begun, sent in chunks, completed, ordered, looked at, deleted. */
export function uploadRoutes(
  http: FastifyInstance,
  httpContext: HttpContext,
  context: DraftContext,
): void {
  const { uploads, regionCode, clock, limits } = context
  registerOperation(
    http,
    httpContext,
    contract.beginUpload,
    async ({ params, body, visitor, request }) => {
      const opened = await openToChange(context, { visitor, request }, params.draftId)
      if (!opened.ok) return opened
      const { draft, paired } = opened.value
      const refused = refuseMaterial(context, draft, paired, body.material)
      if (refused !== null) return refused
      const pages = await uploads.pagesOf(regionCode, draft.draftId)
      const known = pages.find(({ uploadId }) => uploadId === body.uploadId)
      if (known !== undefined) return { ok: true, value: await stateOf(context, known) }
      const isBound = draft.accountId !== null
      const used = bytesUsed(pages)
      const fault = faultOfUpload({ size: body.size, used, pages: pages.length, isBound }, limits)
      if (fault !== null) return refuse(FAULT_CODE[fault], faultSentence(fault, isBound, context))
      const upload = await uploads.begin(regionCode, {
        uploadId: body.uploadId,
        draftId: draft.draftId,
        material: body.material,
        name: body.fileName,
        declaredType: body.mediaType,
        size: body.size,
        via: paired === null ? 'device' : 'phone',
        trust: trustOfUpload(draft.content.materials[body.material]?.selfMade ?? false),
        at: clock(regionCode),
      })
      if (upload.draftId !== draft.draftId) return NO_UPLOAD
      await touchPages(context.db, regionCode, draft.draftId, clock(regionCode))
      return { ok: true, value: await stateOf(context, upload) }
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.readUploadState,
    async ({ params, visitor, request }) => {
      const found = await findUpload(context, { visitor, request }, params)
      return found.ok ? { ok: true, value: await stateOf(context, found.value.upload) } : found
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.sendChunk,
    async ({ params, query, visitor, request }) => {
      const found = await findUpload(context, { visitor, request }, params)
      if (!found.ok) return found
      const { upload } = found.value
      if (upload.state !== 'receiving') return { ok: true, value: { chunk: params.chunk } }
      const part = await uploadedFile(request)
      if (part === undefined) return refuse('file-missing', '没有收到文件分块，请重试。')
      const expected = chunkSizeOf(params.chunk, upload.size, limits.chunk)
      if (part.bytes.length === 0 || part.bytes.length !== expected)
        return refuse(
          'chunk-differs',
          `第 ${params.chunk + 1} 块应为 ${expected} 字节，收到 ${part.bytes.length} 字节。请重新上传这一块。`,
        )
      const refused = await uploads.putChunk(regionCode, upload, {
        chunk: params.chunk,
        bytes: part.bytes,
        sha256: query.sha256,
        at: clock(regionCode),
      })
      return refused ?? { ok: true, value: { chunk: params.chunk } }
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.completeUpload,
    async ({ params, body, visitor, request }) => {
      const found = await findUpload(context, { visitor, request }, params)
      if (!found.ok) return found
      const { upload, draft } = found.value
      if (body.sha256 === undefined && body.chunksSha256 === undefined)
        return refuse('invalid-input', '请提供文件的 SHA-256，以便核对上传是否完整。')
      const at = clock(regionCode)
      const actor = uploaderOf(visitor, draft)
      const completed = await uploads.complete(regionCode, upload, body, { actor, at })
      if (!completed.ok) return completed
      await touchPages(context.db, regionCode, draft.draftId, at)
      return { ok: true, value: pageOf(completed.value, NO_SOURCES) }
    },
  )

  registerOperation(
    http,
    httpContext,
    contract.deleteUpload,
    async ({ params, visitor, request }) => {
      const found = await findUpload(context, { visitor, request }, params)
      if (!found.ok) return found
      await uploads.remove(regionCode, [params.uploadId])
      await touchPages(context.db, regionCode, params.draftId, clock(regionCode))
      return { ok: true, value: {} }
    },
  )
}

async function stateOf({ uploads, regionCode, limits }: DraftContext, upload: StoredUpload) {
  return {
    uploadId: upload.uploadId,
    state: upload.state,
    chunkBytes: limits.chunk,
    chunkCount: upload.chunkCount,
    missing: upload.state === 'receiving' ? await uploads.missing(regionCode, upload) : [],
  }
}

/** Whoever sent it, as the audit names them; nobody is signed in on a phone. */
function uploaderOf(visitor: Session | undefined, { draftId }: DraftRow): Actor {
  return (
    visitor?.actor ?? {
      accountId: draftId as AccountId,
      name: '未登录的申请人',
      role: 'applicant',
      body: 'public',
    }
  )
}

const FAULT_CODE = {
  'file-empty': 'file-empty',
  'file-too-large': 'file-too-large',
  'quota-exceeded': 'quota-exceeded',
  'too-many-pages': 'too-many-pages',
} as const satisfies Record<UploadFault, string>

function faultSentence(fault: UploadFault, isBound: boolean, { limits }: DraftContext): string {
  const { file, draft } = limitsFor(isBound, limits)
  const signIn = isBound ? '' : '登录后上限更高。'
  switch (fault) {
    case 'file-empty':
      return '文件是空的，请重新扫描或者选择文件。'
    case 'file-too-large':
      return `文件超过 ${sayBytes(file)} 的上限，请压缩或者拆分后重新上传。${signIn}`
    case 'quota-exceeded':
      return `这份申请的文件合计超过 ${sayBytes(draft)}，请删除不需要的文件，或者压缩后再上传。${signIn}`
    case 'too-many-pages':
      return `这份申请的文件超过 ${limits.pages} 个，请把多页合并成一个 PDF 后上传。`
  }
}
