import { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import { workerProgram } from '../database/worker-program.ts'
import type { ExportJob, ExportMessage } from './export-job.ts'

/** Bytes waiting for the socket. */
const HIGH_WATER_MARK = 256 * 1024
/** A thread holds a page of rows and the catalogue: more is a fault, and must not become the whole server's. */
const MOST_HEAP_MB = 96

export type RunningExport = {
  readonly file: Readable
  /** Settles when the file is out, or nobody takes it any more; never rejects. */
  readonly ended: Promise<{ readonly rows: number; readonly complete: boolean }>
}

/**
 * The file as a thread of its own makes it. A reader who takes nothing stops the thread's reading; one who goes away
 * ends it. A failure destroys the stream: a file cut short never looks whole.
 */
export async function startExport(job: ExportJob): Promise<RunningExport> {
  const program = await workerProgram(import.meta.url, 'export-worker')
  const worker = new Worker(program, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
  })
  let rows = 0
  let waiting = 0
  let complete = false
  let exited = false
  const acknowledge = () => {
    for (; waiting > 0; waiting -= 1) worker.postMessage(null)
  }
  const file = new Readable({
    highWaterMark: HIGH_WATER_MARK,
    read: acknowledge,
    destroy(error, done) {
      if (exited) done(error)
      else {
        worker.once('exit', () => done(error))
        void worker.terminate()
      }
    },
  })
  let begin: (failure?: Error) => void = () => undefined
  const begun = new Promise<void>((resolve, reject) => {
    begin = (failure) => (failure === undefined ? resolve() : reject(failure))
  })
  file.once('error', (error) => begin(error))
  worker.on('message', (message: ExportMessage) => {
    if (!('failed' in message)) begin()
    if ('failed' in message) {
      file.destroy(new ExportFailed(message.failed, message.code))
    } else {
      rows = message.rows
      if ('done' in message) {
        complete = true
        file.push(null)
      } else {
        waiting += 1
        if (file.push(message.bytes)) acknowledge()
      }
    }
  })
  worker.on('error', (error) => file.destroy(error))
  worker.on('exit', () => {
    exited = true
    if (!complete) file.destroy(new ExportFailed('exit', ''))
  })
  const ended = new Promise<{ rows: number; complete: boolean }>((resolve) => {
    file.once('close', () => resolve({ rows, complete: complete && file.readableEnded }))
  })
  // What fails before the first byte is answered as a problem, not as a file.
  await begun
  return { file, ended }
}

export class ExportFailed extends Error {
  readonly code: string

  constructor(reason: string, code: string) {
    super(`The export failed: ${reason} ${code}`)
    this.name = 'ExportFailed'
    this.code = code
  }
}
