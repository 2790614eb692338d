import { Worker } from 'node:worker_threads'
import type { SealInscription } from '../../domain/sealing/seal-inscription.ts'
import { createJobQueue, type Urgency } from './job-queue.ts'
import { projectRoot } from './project-root.ts'
import type { RenderInput, RenderJob, RenderReply, RenderWorkerData } from './render-input.ts'
import { workerEntry } from './worker-entry.ts'

export type Renderer = {
  /** PDF/A-2b, byte for byte the same for the same input; the place of the seal is left empty. */
  readonly pdf: (input: RenderInput, urgency?: Urgency) => Promise<Uint8Array>
  /** One SVG a page, for the screen. */
  readonly svg: (input: RenderInput) => Promise<string[]>
  /** The seal alone as a one-page PDF of 42 mm by 42 mm, transparent. */
  readonly seal: (inscription: SealInscription) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

export type RendererOptions = {
  /** Unpacked fonts are kept here. */
  readonly cacheFolder: string
  /** Threads, each some 100 MB once used. They start when first needed. */
  readonly workers: number
  /** Told of characters that no shipped font has: printed as [U+XXXXX]. */
  readonly onMissingGlyphs?: (characters: readonly string[]) => void
}

/** Megabytes of JavaScript's heap a thread: its work is outside of it, and a small young space keeps it so. */
const HEAP = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 }
/** Milliseconds after which a thread is taken for stuck and replaced. */
const PATIENCE = 60_000

type Waiting = {
  readonly job: RenderJob
  readonly resolve: (reply: RenderReply) => void
  readonly reject: (error: Error) => void
}

export function createRenderer(options: RendererOptions): Renderer {
  const waiting = createJobQueue<Waiting>()
  const idle: Worker[] = []
  const all = new Set<Worker>()
  let entry: Promise<URL> | undefined
  let starting = 0
  let closed = false

  async function start(): Promise<void> {
    starting += 1
    try {
      entry ??= workerEntry(options.cacheFolder)
      const data: RenderWorkerData = { root: projectRoot(), cacheFolder: options.cacheFolder }
      const worker = new Worker(await entry, { workerData: data, resourceLimits: HEAP })
      all.add(worker)
      worker.unref()
      // A thread that fails while idle only leaves the pool; one at work rejects its job below.
      worker.on('error', () => all.delete(worker))
      worker.once('exit', () => {
        all.delete(worker)
        const at = idle.indexOf(worker)
        if (at >= 0) idle.splice(at, 1)
      })
      idle.push(worker)
    } catch (error) {
      for (const { reject } of waiting.takeAll()) reject(error as Error)
    } finally {
      starting -= 1
    }
    next()
  }

  function next(): void {
    const worker = idle.at(-1)
    if (closed || waiting.isEmpty()) return
    const first = worker === undefined ? undefined : waiting.take()
    if (worker !== undefined && first !== undefined) {
      idle.pop()
      run(worker, first)
      next()
    } else if (all.size + starting < Math.max(options.workers, 1)) void start()
  }

  function run(worker: Worker, { job, resolve, reject }: Waiting): void {
    worker.ref()
    const finish = (keep: boolean): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref()
      if (keep && !closed) idle.push(worker)
      else {
        all.delete(worker)
        void worker.terminate()
      }
      next()
    }
    const fail = (message: string): void => {
      finish(false)
      reject(new Error(message))
    }
    const onMessage = (reply: RenderReply): void => {
      finish(true)
      resolve(reply)
    }
    const onError = (error: Error): void => fail(`The typesetting thread failed: ${error.message}`)
    const onExit = (): void => fail('The typesetting thread ended')
    const timer = setTimeout(() => fail('Typesetting took too long'), PATIENCE)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(job)
  }

  async function ask(job: RenderJob, urgency: Urgency): Promise<Uint8Array | string[]> {
    if (closed) throw new Error('The renderer is closed')
    const reply = await new Promise<RenderReply>((resolve, reject) => {
      waiting.put({ job, resolve, reject }, urgency)
      next()
    })
    if (!reply.ok) throw new Error(reply.message)
    if (reply.missing.length > 0) options.onMissingGlyphs?.(reply.missing)
    return reply.value
  }

  return {
    pdf: async (input, urgency = 'awaited') =>
      (await ask({ output: 'pdf', input }, urgency)) as Uint8Array,
    svg: async (input) => (await ask({ output: 'svg', input }, 'awaited')) as string[],
    seal: async (inscription) =>
      (await ask({ output: 'seal', inscription }, 'awaited')) as Uint8Array,
    close: async () => {
      closed = true
      for (const { reject } of waiting.takeAll()) reject(new Error('The renderer is closed'))
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}
