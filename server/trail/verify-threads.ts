import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Database } from '../database/connect.ts'
import { workerProgram } from '../database/worker-program.ts'
import {
  newRangeReader,
  verifyRange,
  type Depth,
  type Range,
  type RangeVerdict,
} from './scan/verify-range.ts'
import { verifyDay, type DayToVerify } from './verify-roots.ts'

/** Does one thing at a time. */
export type Verifier = {
  readonly range: (range: Range) => Promise<RangeVerdict>
  readonly day: (day: DayToVerify) => Promise<readonly string[]>
}

export type VerifyThreads = {
  /** One a thread. */
  readonly verifiers: readonly Verifier[]
  readonly close: () => Promise<void>
}

export type ThreadTask = { readonly range: Range } | { readonly day: DayToVerify } | null
export type ThreadReply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly message: string
      readonly stack: string
      readonly code: string
    }

/** Threads with a database connection each. */
export async function openVerifyThreads(
  connectionString: string,
  depth: Depth,
  threads: number,
): Promise<VerifyThreads> {
  const program = await workerProgram(import.meta.url, 'verify-worker')
  const workers = Array.from(
    { length: threads },
    () => new Worker(program, { workerData: { connectionString, depth } }),
  )
  return {
    verifiers: workers.map((worker) => ({
      range: async (range) => (await ask(worker, { range })) as RangeVerdict,
      day: async (day) => (await ask(worker, { day })) as readonly string[],
    })),
    close: async () => {
      await Promise.all(workers.map(ended))
    },
  }
}

/** The same without threads, on a connection at hand. */
export function verifierOn(db: Database, depth: Depth): Verifier {
  const reader = newRangeReader()
  return {
    range: async (range) => await verifyRange(db, reader, range, depth),
    day: async (day) => await verifyDay(db, day),
  }
}

async function ask(worker: Worker, task: ThreadTask): Promise<unknown> {
  worker.postMessage(task)
  const [reply] = (await once(worker, 'message')) as [ThreadReply]
  if (reply.ok) return reply.value
  const { message, stack, code } = reply
  throw Object.assign(new Error(message), { stack, code })
}

async function ended(worker: Worker): Promise<void> {
  const exit = once(worker, 'exit')
  worker.postMessage(null)
  await exit
}
