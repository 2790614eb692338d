import type { RenderJob, RenderReply } from './render-input.ts'
import { createTypesetter } from './typesetter.ts'

// The program of a typesetting process: one job at a time from its parent, until the parent goes.

/** Bytes; a process that grew beyond, after some hundred different papers, is replaced. */
const MAX_MEMORY = 176 * 1024 * 1024

const [root, cacheFolder] = process.argv.slice(2)
if (root === undefined || cacheFolder === undefined || process.send === undefined)
  throw new Error('render-worker is started by the server')
const typeset = createTypesetter(root, cacheFolder)

async function answer(job: RenderJob): Promise<RenderReply> {
  try {
    const done = await typeset(job)
    return { ok: true, isLast: process.memoryUsage.rss() > MAX_MEMORY, ...done }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, isLast: false, message }
  }
}

process.on('message', (job: RenderJob) => {
  void answer(job).then((reply) => process.send?.(reply))
})
process.once('disconnect', () => process.exit())
// A terminal sends these to everybody: the parent finishes its papers first, and then ends us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
