import type { DraftPage } from '../../../../contract/drafts.ts'
import { asApiProblem, isUnanswered, type ApiProblem } from '../../../api/api-problem.ts'
import { isAbort } from './apply-call.ts'

export type UploadTask = {
  readonly uploadId: string
  readonly material: number
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly sent: number
  /** `broken`: no network, goes on by itself; `refused`: the server's answer, nothing to repeat. */
  readonly state: 'waiting' | 'sending' | 'checking' | 'paused' | 'broken' | 'refused'
  readonly problem: ApiProblem | null
  /** In the page's memory; a task of another time has its file from the device's store. */
  readonly file: Blob
  readonly type: string
}

export type SendFile = (
  task: UploadTask,
  progress: (sent: number, isChecking: boolean) => void,
  signal: AbortSignal,
) => Promise<DraftPage>

export type UploadQueue = {
  readonly tasks: () => readonly UploadTask[]
  readonly subscribe: (listen: () => void) => () => void
  readonly add: (tasks: readonly NewTask[]) => void
  readonly pause: (uploadId: string) => void
  readonly resume: (uploadId: string) => void
  readonly remove: (uploadId: string) => void
  /** The network is back. */
  readonly resumeBroken: () => void
  readonly close: () => void
}
export type NewTask = Pick<UploadTask, 'uploadId' | 'material' | 'name' | 'type' | 'file'>

/** Files at once: more makes each slower on a phone's network. */
const AT_ONCE = 2
const AGAIN = 5_000

/** Sends files in the order they were chosen, two at once; each can be paused, goes on where it stopped, and is told of. */
export function uploadQueue(options: {
  readonly send: SendFile
  readonly onDone: (task: UploadTask, page: DraftPage) => void
  readonly onGone: (uploadId: string) => void
}): UploadQueue {
  const listeners = new Set<() => void>()
  const stops = new Map<string, AbortController>()
  let tasks: readonly UploadTask[] = []
  let isClosed = false

  const set = (next: readonly UploadTask[]) => {
    tasks = next
    for (const listen of listeners) listen()
  }
  const update = (uploadId: string, part: Partial<UploadTask>) =>
    set(tasks.map((task) => (task.uploadId === uploadId ? { ...task, ...part } : task)))
  const drop = (uploadId: string) => {
    set(tasks.filter((task) => task.uploadId !== uploadId))
    options.onGone(uploadId)
  }
  const next = () => {
    if (isClosed || stops.size >= AT_ONCE) return
    const task = tasks.find((one) => one.state === 'waiting')
    if (!task) return
    void run(task)
    next()
  }
  const run = async (task: UploadTask) => {
    const { uploadId } = task
    const stop = new AbortController()
    stops.set(uploadId, stop)
    update(uploadId, { state: 'sending', problem: null })
    const progress = (sent: number, isChecking: boolean) =>
      update(uploadId, { sent, ...(isChecking ? { state: 'checking' } : {}) })
    try {
      const page = await options.send(task, progress, stop.signal)
      drop(uploadId)
      options.onDone(task, page)
    } catch (error) {
      failed(uploadId, error)
    }
    stops.delete(uploadId)
    next()
  }
  const failed = (uploadId: string, error: unknown) => {
    if (isAbort(error)) return
    const problem = asApiProblem(error)
    const isBroken = isUnanswered(problem)
    update(uploadId, { state: isBroken ? 'broken' : 'refused', problem })
    if (isBroken) setTimeout(() => resume(uploadId, 'broken'), AGAIN)
  }
  const resume = (uploadId: string, from?: UploadTask['state']) => {
    const task = tasks.find((one) => one.uploadId === uploadId)
    if (!task || isClosed || (from !== undefined && task.state !== from)) return
    update(uploadId, { state: 'waiting', problem: null })
    next()
  }
  return {
    tasks: () => tasks,
    subscribe: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    add: (added) => {
      const known = new Set(tasks.map(({ uploadId }) => uploadId))
      const fresh = added.filter(({ uploadId }) => !known.has(uploadId))
      set([...tasks, ...fresh.map((one) => ({ ...BEGUN, ...one, size: one.file.size }))])
      next()
    },
    pause: (uploadId) => {
      update(uploadId, { state: 'paused' })
      stops.get(uploadId)?.abort()
    },
    resume,
    remove: (uploadId) => {
      stops.get(uploadId)?.abort()
      drop(uploadId)
    },
    resumeBroken: () => {
      for (const { uploadId } of tasks) resume(uploadId, 'broken')
    },
    close: () => {
      isClosed = true
      for (const stop of stops.values()) stop.abort()
    },
  }
}

const BEGUN = { sent: 0, state: 'waiting', problem: null } as const
