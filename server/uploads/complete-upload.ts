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
  const looked = await lookInto(content(), upload, claimed, most)
  if (!looked.ok) return looked
  const { sha256, whole, file } = looked
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

/** In one pass: is it what was sent, and is it what may come? */
async function lookInto(
  content: AsyncIterable<Buffer>,
  upload: StoredUpload,
  claimed: Claimed,
  most: number,
) {
  const passed = fingerprint(content)
  const whole = upload.size <= most ? await gathered(passed.content) : null
  const described = { fileName: upload.name, declaredType: upload.declaredType }
  const file =
    whole === null
      ? await inspectLarge({ ...described, content: passed.content })
      : await inspectUpload({ ...described, bytes: whole })
  // A large file that is refused was not read to its end; it is refused either way.
  const sums = passed.sums()
  if ((file.ok || whole !== null) && !agrees(upload, claimed, sums))
    return refuse(
      'file-differs',
      `“${upload.name}”传完后与您的文件不一致（可能在上传途中改动过）。请删除后重新上传。`,
    )
  return file.ok ? { ok: true as const, sha256: sums.sha256, whole, file } : file
}

/** The content as it passes by, and what it was once it has passed. */
function fingerprint(chunks: AsyncIterable<Buffer>) {
  const whole = createHash('sha256')
  const list = createHash('sha256')
  let size = 0
  async function* content() {
    for await (const bytes of chunks) {
      whole.update(bytes)
      list.update(createHash('sha256').update(bytes).digest())
      size += bytes.length
      yield bytes
    }
  }
  return {
    content: content(),
    sums: () => ({ sha256: whole.digest('hex'), chunksSha256: list.digest('hex'), size }),
  }
}

async function gathered(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}

function agrees(
  { size }: StoredUpload,
  claimed: Claimed,
  found: { readonly sha256: string; readonly chunksSha256: string; readonly size: number },
): boolean {
  return (
    found.size === size &&
    (claimed.sha256 === undefined || claimed.sha256 === found.sha256) &&
    (claimed.chunksSha256 === undefined || claimed.chunksSha256 === found.chunksSha256)
  )
}
