import { createHash } from 'node:crypto'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Instant } from '../../domain/shared/ids.ts'
import { chunkCountOf, missingChunks } from '../../domain/upload/chunks.ts'
import type { MaterialTrust } from '../../domain/upload/material-trust.ts'
import type { ReusedPage } from '../../domain/upload/reused-page.ts'
import type { StoredUpload } from '../../domain/upload/stored-upload.ts'
import type { UploadLimits } from '../../domain/upload/upload-limits.ts'
import type { Database } from '../database/connect.ts'
import { materialContent, uploadContent } from '../database/material-content.ts'
import { refuse } from '../http/refusal.ts'
import { attachUpload, type SaveCheck } from './attach-upload.ts'
import { type Claimed, completeUpload } from './complete-upload.ts'
import type { Quarantine } from './quarantine.ts'
import * as rows from './upload-rows.ts'

/** Completions at a time: each may hold a file of 50 MB. */
const AT_ONCE = 2
const SOURCE = `
  select encode(sha256, 'hex') as sha256, media_type as "mediaType"
    from material_file where region_code = $1 and file_id = $2`
const CHECK = `
  select state, save_only as "saveOnly" from material_check where region_code = $1 and file_id = $2`

const NOT_YET = {
  mediaType: null,
  sha256: null,
  state: 'receiving',
  saveOnly: false,
  scan: 'unscanned',
  sourceFileId: null,
  sourceApplicationId: null,
  verifiedOn: null,
  freshUntil: null,
  consentedAt: null,
} as const

/** Files of drafts, in PostgreSQL: sent in chunks, put together, referred to, made files of an application. */
export function createUploadStore(
  db: Database,
  limits: UploadLimits,
  examine: Quarantine['examine'] | null,
  saveCheck: SaveCheck,
) {
  const queue = takeTurns(AT_ONCE)
  // A large file takes longer than some proxies wait: who asks again waits for the same look into it.
  const completing = new Map<string, ReturnType<typeof completeUpload>>()
  return {
    pagesOf: async (region: number, draftId: string) => await rows.uploadsOf(db, region, draftId),
    find: async (region: number, uploadId: string) => await rows.findUpload(db, region, uploadId),
    begin: async (
      region: number,
      upload: Pick<
        StoredUpload,
        'uploadId' | 'draftId' | 'material' | 'name' | 'declaredType' | 'size' | 'via' | 'trust'
      > & { readonly at: Instant },
    ) => {
      const chunkCount = chunkCountOf(upload.size, limits.chunk)
      return await rows.insertUpload(db, region, { ...NOT_YET, ...upload, chunkCount })
    },
    missing: async (region: number, { uploadId, chunkCount }: StoredUpload) =>
      missingChunks(chunkCount, await rows.presentChunks(db, region, uploadId)),
    putChunk: async (
      region: number,
      { uploadId }: StoredUpload,
      part: {
        readonly chunk: number
        readonly bytes: Buffer
        readonly sha256: string
        readonly at: Instant
      },
    ) => {
      const sha256 = createHash('sha256').update(part.bytes).digest()
      const isWhole = sha256.toString('hex') === part.sha256
      if (isWhole && (await rows.insertChunk(db, region, uploadId, { ...part, sha256 })))
        return null
      return refuse(
        'chunk-differs',
        isWhole
          ? `第 ${part.chunk + 1} 块与先前收到的不一样，文件可能改动过。请删除后重新上传整个文件。`
          : `第 ${part.chunk + 1} 块在传输中损坏，没有接收。请重新上传这一块。`,
      )
    },
    complete: async (
      region: number,
      upload: StoredUpload,
      claimed: Claimed,
      by: { readonly actor: Actor; readonly at: Instant },
    ) => {
      const key = `${upload.uploadId} ${claimed.sha256 ?? ''} ${claimed.chunksSha256 ?? ''}`
      const begun =
        completing.get(key) ??
        queue(() =>
          completeUpload(db, examine, region, upload, claimed, { ...by, whole: limits.whole }),
        ).finally(() => completing.delete(key))
      completing.set(key, begun)
      return await begun
    },
    remove: async (region: number, uploadIds: readonly string[]) =>
      await rows.removeUploads(db, region, uploadIds),
    order: async (region: number, uploadIds: readonly string[]) =>
      await rows.orderUploads(db, region, uploadIds),
    trust: async (region: number, draftId: string, material: number, trust: MaterialTrust) =>
      await rows.trustUploads(db, region, draftId, material, trust),
    content: (region: number, { uploadId, sourceFileId, via }: StoredUpload) =>
      via === 'reused' && sourceFileId !== null
        ? materialContent(db, region, sourceFileId)
        : uploadContent(db, region, uploadId),
    refer: async (region: number, page: ReusedPage & { readonly sourceFileId: string }) =>
      await refer(db, region, page),
    keepCopy: async (region: number, page: ReusedPage, pdf: Buffer) => {
      const chunkCount = chunkCountOf(pdf.length, limits.chunk)
      const upload = await rows.insertUpload(db, region, {
        ...page,
        declaredType: 'application/pdf',
        mediaType: 'application/pdf',
        size: pdf.length,
        chunkCount,
        sha256: createHash('sha256').update(pdf).digest('hex'),
        state: 'complete',
        saveOnly: false,
        scan: 'unscanned',
        via: 'certificate',
        at: page.consentedAt,
      })
      for (let chunk = 0; chunk < chunkCount; chunk += 1) {
        const bytes = pdf.subarray(chunk * limits.chunk, (chunk + 1) * limits.chunk)
        const sha256 = createHash('sha256').update(bytes).digest()
        const part = { chunk, bytes, sha256, at: page.consentedAt }
        await rows.insertChunk(db, region, upload.uploadId, part)
      }
      return upload
    },
    attach: async (
      region: number,
      upload: StoredUpload,
      application: { readonly applicationId: string; readonly by: Actor; readonly at: Instant },
    ) => await attachUpload(db, region, upload, application, saveCheck),
  }
}

/** A file already stored, as a page of a draft: its bytes stay where they are. */
async function refer(
  db: Database,
  region: number,
  page: ReusedPage & { readonly sourceFileId: string },
): Promise<StoredUpload | undefined> {
  const [source] = await db.query<{ sha256: string; mediaType: string }>(SOURCE, [
    region,
    page.sourceFileId,
  ])
  const [check] = await db.query<{ state: string; saveOnly: boolean }>(CHECK, [
    region,
    page.sourceFileId,
  ])
  if (source === undefined || check?.state === 'waiting' || check?.state === 'found')
    return undefined
  return await rows.insertUpload(db, region, {
    ...page,
    declaredType: source.mediaType,
    mediaType: source.mediaType,
    size: page.size ?? 0,
    chunkCount: 0,
    sha256: source.sha256,
    state: 'complete',
    saveOnly: check?.saveOnly ?? false,
    scan: check?.state === 'clean' ? 'clean' : 'unscanned',
    via: 'reused',
    at: page.consentedAt,
  })
}

/** So many at a time; the others wait in their order. */
function takeTurns(most: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
