import { parentPort, workerData } from 'node:worker_threads'
import type { RenderJob, RenderReply, RenderWorkerData } from './render-input.ts'
import { createTypesetter } from './typesetter.ts'

const { root, cacheFolder } = workerData as RenderWorkerData
const port = parentPort
if (!port) throw new Error('render-worker runs as a worker thread')
const typeset = createTypesetter(root, cacheFolder)

async function answer(job: RenderJob): Promise<RenderReply> {
  try {
    return { ok: true, ...(await typeset(job)) }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

port.on('message', (job: RenderJob) => {
  void answer(job).then((reply) => {
    const isFile = reply.ok && reply.value instanceof Uint8Array
    // A file is handed over, not copied.
    port.postMessage(reply, isFile ? [reply.value.buffer as ArrayBuffer] : [])
  })
})
