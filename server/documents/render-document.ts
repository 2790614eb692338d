import type { ChildProcess } from 'node:child_process'
import type { SealInscription } from '../../domain/sealing/seal-inscription.ts'
import { createJobQueue, type Urgency } from './job-queue.ts'
import type { RenderInput, RenderJob, RenderReply, SheetInput } from './render-input.ts'
import { forkTypesetter } from './fork-typesetter.ts'

export type Renderer = {
  /** PDF/A-2b, byte for byte the same for the same input; the place of the seal is left empty. */
  readonly pdf: (input: RenderInput, urgency?: Urgency) => Promise<Uint8Array>
  /** One SVG a page, for the screen. */
  readonly svg: (input: RenderInput) => Promise<string[]>
  /** The seal alone as a one-page PDF of 42 mm by 42 mm, transparent. */
  readonly seal: (inscription: SealInscription) => Promise<Uint8Array>
  /** One line slanting over an A4 page, else transparent: laid over a copy. */
  readonly watermark: (text: string) => Promise<Uint8Array>
  /** PDF of a sheet without signature or seal. */
  readonly sheet: (input: SheetInput) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

export type RendererOptions = {
  /** Unpacked fonts are kept here. */
  readonly cacheFolder: string
  /** Processes, each some 150 MB once used. They start when first needed. */
  readonly workers: number
  /** Told of characters that no shipped font has: printed as [U+XXXXX]. */
  readonly onMissingGlyphs?: (characters: readonly string[]) => void
}

/** Milliseconds after which a worker is taken for stuck and replaced. */
const PATIENCE = 60_000

type Waiting = {
  readonly job: RenderJob
  readonly resolve: (reply: RenderReply) => void
  readonly reject: (error: Error) => void
}

/** Typesetting is native code that may fail hard: it runs in processes of its own, which hold no key and no secret. */
export function createRenderer(options: RendererOptions): Renderer {
  const waiting = createJobQueue<Waiting>()
  const idle: ChildProcess[] = []
  const all = new Set<ChildProcess>()
  let starting = 0
  let closed = false

  async function start(): Promise<void> {
    starting += 1
    try {
      const worker = await forkTypesetter(options.cacheFolder)
      all.add(worker)
      rest(worker)
      // One that fails while idle only leaves the pool; one at work rejects its job below.
      worker.on('error', () => dismiss(worker))
      worker.once('exit', () => dismiss(worker))
      if (closed) dismiss(worker)
      else idle.push(worker)
    } catch (error) {
      for (const { reject } of waiting.takeAll()) reject(error as Error)
    } finally {
      starting -= 1
    }
    next()
  }

  function dismiss(worker: ChildProcess): void {
    all.delete(worker)
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
    worker.kill('SIGKILL')
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

  function run(worker: ChildProcess, { job, resolve, reject }: Waiting): void {
    worker.ref()
    worker.channel?.ref()
    const finish = (keep: boolean): void => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      rest(worker)
      if (keep && !closed) idle.push(worker)
      else dismiss(worker)
      next()
    }
    const fail = (message: string): void => {
      finish(false)
      reject(new Error(message))
    }
    const onMessage = (message: unknown): void => {
      const reply = message as RenderReply
      finish(!reply.isLast)
      resolve(reply)
    }
    const onError = (error: Error): void => fail(`The typesetter failed: ${error.message}`)
    const onExit = (): void => fail('The typesetter ended')
    const timer = setTimeout(() => fail('Typesetting took too long'), PATIENCE)
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.send(job)
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
    watermark: async (text) => (await ask({ output: 'watermark', text }, 'awaited')) as Uint8Array,
    sheet: async (input) => (await ask({ output: 'sheet', input }, 'in-turn')) as Uint8Array,
    close: async () => {
      closed = true
      for (const { reject } of waiting.takeAll()) reject(new Error('The renderer is closed'))
      await Promise.all(
        [...all].map(
          (worker) =>
            new Promise<void>((resolve) => {
              worker.once('exit', () => resolve())
              worker.kill('SIGKILL')
            }),
        ),
      )
    },
  }
}

/** An idle worker keeps nobody's program running. */
function rest(worker: ChildProcess): void {
  worker.unref()
  worker.channel?.unref()
}
