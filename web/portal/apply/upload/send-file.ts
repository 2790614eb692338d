import { addressOf } from '../../../api/call.ts'
import { chunkSizeOf } from '../../../../domain/upload/chunks.ts'
import { BEGIN_UPLOAD, COMPLETE_UPLOAD, SEND_CHUNK } from '../apply-operations.ts'
import { callAs, sendBytes, type Pairing } from './apply-call.ts'
import { hex, sha256 } from './sha256.ts'
import type { SendFile } from './upload-queue.ts'

/** Sends one file chunk by chunk, each with its hash; what the server has already is not sent again. */
export function sendFileTo(draftId: string, pairing: Pairing): SendFile {
  return async (task, progress, signal) => {
    const { uploadId, file, size } = task
    const params = { draftId, uploadId }
    const state = await callAs(pairing, BEGIN_UPLOAD, {
      params: { draftId },
      body: { uploadId, material: task.material, fileName: task.name, mediaType: task.type, size },
      signal,
    })
    const missing = new Set(state.missing)
    const digests = new Uint8Array(state.chunkCount * 32)
    let before = 0
    for (let chunk = 0; chunk < state.chunkCount; chunk += 1) {
      const length = chunkSizeOf(chunk, size, state.chunkBytes)
      const from = chunk * state.chunkBytes
      const bytes = new Uint8Array(await file.slice(from, from + length).arrayBuffer())
      const digest = await sha256(bytes)
      digests.set(digest, chunk * 32)
      if (missing.has(chunk)) {
        const body = new FormData()
        body.append('chunk', new Blob([bytes]), 'chunk')
        const sentBefore = before
        await sendBytes({
          address: addressOf(SEND_CHUNK.path, { ...params, chunk }, { sha256: hex(digest) }),
          method: SEND_CHUNK.method,
          body,
          pairing,
          signal,
          onProgress: (sent) => progress(sentBefore + Math.min(sent, length), false),
        })
      }
      before += length
      progress(before, false)
      signal.throwIfAborted()
    }
    progress(size, true)
    const chunksSha256 = hex(await sha256(digests))
    return await callAs(pairing, COMPLETE_UPLOAD, { params, body: { chunksSha256 }, signal })
  }
}
