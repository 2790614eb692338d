import { createHash } from 'node:crypto'
import { missingChunks } from '../../domain/upload/chunks.ts'
import type { StoredUpload } from '../../domain/upload/stored-upload.ts'
import type { Actor } from '../../domain/shared/actor.ts'
import type { Database } from '../database/connect.ts'
import { uploadContent } from '../database/material-content.ts'
import { refuse } from '../http/refusal.ts'
import { inspectLarge, inspectUpload } from './inspect-upload.ts'
import type { Quarantine } from './quarantine.ts'
import { findUpload, presentChunks, settleUpload } from './upload-rows.ts'

export type Claimed = {
  readonly sha256?: string | undefined
  readonly chunksSha256?: string | undefined
}

/** Every chunk is in, the whole is what was sent, and nothing in it acts: from now on it can be submitted. */
export async function completeUpload(
  db: Database,
  examine: Quarantine['examine'] | null,
  regionCode: number,
  upload: StoredUpload,
  claimed: Claimed,
  {
    actor,
    at,
    whole: most,
  }: { readonly actor: Actor; readonly at: string; readonly whole: number },
) {
  const { uploadId, chunkCount } = upload
  if (upload.state !== 'receiving') return { ok: true as const, value: upload }
  const missing = missingChunks(chunkCount, await presentChunks(db, regionCode, uploadId))
  if (missing.length > 0)
    return refuse(
      'chunks-missing',
      `文件还差 ${missing.length} 块没有传完，请继续上传；已传的部分不用重传。`,
    )
  const content = () => uploadContent(db, regionCode, uploadId)
  const { sha256, chunksSha256, size, whole } = await reckon(content(), upload.size <= most)
  if (size !== upload.size || !agrees(claimed, { sha256, chunksSha256 }))
    return refuse(
      'file-differs',
      `“${upload.name}”传完后与您的文件不一致（可能在上传途中改动过）。请删除后重新上传。`,
    )
  const described = { fileName: upload.name, declaredType: upload.declaredType }
  const file =
    whole === null
      ? await inspectLarge({ ...described, content: content() })
      : await inspectUpload({ ...described, bytes: whole })
  if (!file.ok) return file
  const { name, mediaType, saveOnly } = file
  const examined = await examine?.({ bytes: whole ?? content(), name }, actor, upload.draftId)
  if (typeof examined === 'object') return examined
  const scan: StoredUpload['scan'] = examined ?? 'unscanned'
  const found = { mediaType, name, saveOnly, scan, at, sha256: Buffer.from(sha256, 'hex') }
  await settleUpload(db, regionCode, uploadId, found)
  const settled = await findUpload(db, regionCode, uploadId)
  return settled === undefined
    ? refuse('upload-not-found', '没有这份文件，可能刚刚被删除。请重新上传。')
    : { ok: true as const, value: settled }
}

/** One pass over the chunks; the bytes are kept only where they fit. */
async function reckon(content: AsyncIterable<Buffer>, keeps: boolean) {
  const whole = createHash('sha256')
  const list = createHash('sha256')
  const kept: Buffer[] = []
  let size = 0
  for await (const bytes of content) {
    whole.update(bytes)
    list.update(createHash('sha256').update(bytes).digest())
    size += bytes.length
    if (keeps) kept.push(bytes)
  }
  return {
    sha256: whole.digest('hex'),
    chunksSha256: list.digest('hex'),
    size,
    whole: keeps ? Buffer.concat(kept) : null,
  }
}

function agrees(
  claimed: Claimed,
  found: { readonly sha256: string; readonly chunksSha256: string },
) {
  return (
    (claimed.sha256 === undefined || claimed.sha256 === found.sha256) &&
    (claimed.chunksSha256 === undefined || claimed.chunksSha256 === found.chunksSha256)
  )
}
