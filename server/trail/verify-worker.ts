import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '../database/connect.ts'
import { errorCode } from '../database/database-errors.ts'
import type { Depth } from './scan/verify-range.ts'
import { verifierOn, type ThreadReply, type ThreadTask } from './verify-threads.ts'

// Verifies one range or day after another on a connection of its own.

const { connectionString, depth } = workerData as { connectionString: string; depth: Depth }
const port = parentPort
if (!port) throw new Error('verify-worker runs as a worker thread')
const db = connect({ connectionString, maxConnections: 1, statementTimeoutMs: 600_000 })
const verifier = verifierOn(db, depth)

async function answer(task: NonNullable<ThreadTask>): Promise<ThreadReply> {
  try {
    const value = 'day' in task ? await verifier.day(task.day) : await verifier.range(task.range)
    return { ok: true, value }
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
    return { ok: false, message, stack, code: errorCode(error) }
  }
}

port.on('message', (task: ThreadTask) => {
  if (task === null) void db.close().then(() => port.close())
  else void answer(task).then((reply) => port.postMessage(reply))
})
