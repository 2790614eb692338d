import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '../database/connect.ts'
import { errorCode } from '../database/database-errors.ts'
import { PIECES_UNDER_WAY, type ExportJob, type ExportMessage } from './export-job.ts'
import { writeExport } from './write-export.ts'

// Makes one file on a connection of its own, no faster than its reader takes it, and ends.

const { connectionString, ...job } = workerData as ExportJob
const port = parentPort
if (!port) throw new Error('export-worker runs as a worker thread')

let rows = 0
let underWay = 0
let goOn: () => void = () => undefined
port.on('message', () => {
  underWay -= 1
  goOn()
})

async function push(bytes: Uint8Array): Promise<void> {
  send({ bytes, rows })
  underWay += 1
  while (underWay >= PIECES_UNDER_WAY) {
    await new Promise<void>((resolve) => {
      goOn = resolve
    })
  }
}

function send(message: ExportMessage): void {
  port?.postMessage(message)
}

const db = connect({ connectionString, maxConnections: 1, statementTimeoutMs: 120_000 })
try {
  await writeExport(db, job, push, (written) => {
    rows = written
  })
  send({ done: true, rows })
} catch (error) {
  const failed = error instanceof Error ? error.name : 'unknown'
  send({ failed, code: errorCode(error) })
} finally {
  await db.close()
  port.close()
}
