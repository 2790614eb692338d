import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Writable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { localDateOf } from '../../domain/shared/local-date.ts'
import type { CopyColumn } from './copy-field.ts'
import { MADE_TABLES, type MadeColumns, type MadeTable } from './compile-life.ts'
import type {
  DayHeads,
  FromWorker,
  NoticeNeed,
  ToWorker,
  WorkerTask,
} from './region-worker-messages.ts'
import { workerEntry } from './worker-entry.ts'

const ROOT_COLUMNS = [
  'region_code',
  'day',
  'root',
  'applications',
  'heads',
  'signature',
  'certificate',
  'signed_at',
].map((name) => ({ name, type: '' }))
const SIGNATURE = Buffer.from('PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const DAYS_AT_A_TIME = 20
const TRAILER = Buffer.from([0xff, 0xff])

export type Filled = {
  readonly events: number
  /** Notices by series and year, the counters' values. */
  readonly series: ReadonlyMap<string, number>
  readonly bytes: Readonly<Record<MadeTable, number>>
}

export type FillWish = Omit<WorkerTask, 'worker'> & {
  readonly connectionString: string
  readonly say: (line: string) => void
}

/**
 * Workers make the rows; one COPY a table takes them, in the transaction that emptied it, so that no log is written.
 * While they reckon the daily roots, `meanwhile` may build indexes.
 */
export async function fillTables(
  { connectionString, say, ...task }: FillWish,
  meanwhile: (rows: Pick<Filled, 'bytes'>) => Promise<void>,
): Promise<Filled> {
  const entry = await workerEntry('bench/region/region-worker.ts')
  const crew = Array.from(
    { length: task.workers },
    (_, worker) => new Worker(entry, { workerData: { ...task, worker } }),
  )
  try {
    const asked = await Promise.all(crew.map((worker) => needsOf(worker)))
    const { before, series } = numbered(asked.map(({ needs }) => needs))
    const events = asked.reduce((sum, one) => sum + one.events, 0)
    say(`lives played: ${events} events to write`)
    const { bytes, heads } = await copyAll(connectionString, task.columns, crew, before, say)
    await Promise.all([
      meanwhile({ bytes }),
      saveRoots(connectionString, crew, heads, localDateOf(task.until)),
    ])
    return { events, series, bytes }
  } finally {
    await Promise.all(crew.map((worker) => worker.terminate()))
    rmSync(fileURLToPath(entry), { force: true })
  }
}

/** Each worker reckons some of the days that were over at the region's present. */
async function saveRoots(
  connectionString: string,
  crew: readonly Worker[],
  heads: readonly (readonly DayHeads[])[],
  today: LocalDate,
): Promise<void> {
  const byDay = new Map<LocalDate, Uint8Array[]>()
  for (const { day, blocks } of heads.flat())
    if (day < today) byDay.set(day, [...(byDay.get(day) ?? []), ...blocks])
  const copy = await openCopy(connectionString, 'daily_root')
  const days = [...byDay]
    .map(([day, blocks]) => ({ day, blocks }))
    .toSorted((a, b) => compare(a.day, b.day))
  await Promise.all(
    crew.map(async (worker, index) => {
      const own = days.filter((_, at) => at % crew.length === index)
      for (const { rows } of await answersTo(worker, own))
        for (const row of rows) copy.write(row, () => undefined)
    }),
  )
  await copy.close()
}

/** A few days at a time: a day's heads are some hundred kilobytes of text. */
async function answersTo(
  worker: Worker,
  days: readonly DayHeads[],
): Promise<readonly Extract<FromWorker, { kind: 'roots' }>[]> {
  const answers: Extract<FromWorker, { kind: 'roots' }>[] = []
  for (let from = 0; from < days.length; from += DAYS_AT_A_TIME) {
    const asked: ToWorker = { kind: 'reckon-roots', days: days.slice(from, from + DAYS_AT_A_TIME) }
    worker.postMessage(asked)
    const [answer] = (await once(worker, 'message')) as [FromWorker]
    if (answer.kind !== 'roots') throw new Error('Roots were asked for')
    answers.push(answer)
  }
  return answers
}

async function needsOf(worker: Worker): Promise<Extract<FromWorker, { kind: 'needs' }>> {
  return await new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (message: FromWorker) => {
      if (message.kind === 'needs') resolve(message)
      else reject(new Error('A worker begins with what it needs'))
    })
  })
}

/** Serials by date within each series and year, without a gap, whoever writes them. */
function numbered(needs: readonly (readonly NoticeNeed[])[]) {
  const before = needs.map((own) => new Int32Array(own.length))
  const places = needs.flatMap((own, worker) => own.map((need, at) => ({ ...need, worker, at })))
  const order = places.toSorted(
    (a, b) => compare(a.dated, b.dated) || a.day - b.day || a.life - b.life || a.notice - b.notice,
  )
  const series = new Map<string, number>()
  for (const { series: name, dated, copies, worker, at } of order) {
    const key = `${name} ${dated.slice(0, 4)}`
    const taken = series.get(key) ?? 0
    const own = before[worker]
    if (own !== undefined) own[at] = taken
    series.set(key, taken + copies)
  }
  return { before, series }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

async function copyAll(
  connectionString: string,
  columns: MadeColumns,
  crew: readonly Worker[],
  before: readonly Int32Array[],
  say: (line: string) => void,
): Promise<{ bytes: Filled['bytes']; heads: readonly (readonly DayHeads[])[] }> {
  const copies = new Map<MadeTable, Copy>()
  for (const table of MADE_TABLES)
    copies.set(table, await openCopy(connectionString, table, columns[table]))
  const progress = progressOf(say)
  const heads = await Promise.all(
    crew.map((worker, index) => writtenBy(worker, before[index], copies, progress)),
  )
  const bytes = Object.fromEntries([...copies].map(([table, copy]) => [table, copy.bytes()]))
  await Promise.all([...copies.values()].map((copy) => copy.close()))
  return { bytes: bytes as Filled['bytes'], heads }
}

function progressOf(say: (line: string) => void): (bytes: number) => void {
  let [all, told] = [0, performance.now()]
  return (bytes) => {
    all += bytes
    if (performance.now() - told < 10_000) return
    told = performance.now()
    say(`${(all / 1e9).toFixed(1)} GB of rows`)
  }
}

async function writtenBy(
  worker: Worker,
  before: Int32Array | undefined,
  copies: ReadonlyMap<MadeTable, Copy>,
  progress: (bytes: number) => void,
): Promise<readonly DayHeads[]> {
  return await new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'heads') {
        worker.removeAllListeners('message')
        resolve(message.heads)
      }
      if (message.kind !== 'rows') return
      progress(message.bytes.byteLength)
      const room = message.bytes.buffer as ArrayBuffer
      copies
        .get(message.table)
        ?.write(message.bytes, () => worker.postMessage({ kind: 'written', room }, [room]))
    })
    const numbers: ToWorker = { kind: 'numbers', before: before ?? new Int32Array(0) }
    worker.postMessage(numbers)
  })
}

type Copy = {
  readonly write: (bytes: Uint8Array, written: () => void) => void
  readonly bytes: () => number
  readonly close: () => Promise<void>
}

async function openCopy(
  connectionString: string,
  table: MadeTable | 'daily_root',
  columns: readonly CopyColumn[] = ROOT_COLUMNS,
): Promise<Copy> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('begin')
  await client.query(`truncate ${table}`)
  const names = columns.map(({ name }) => name).join(', ')
  const stream: Writable = client.query(
    copyFrom(`copy ${table} (${names}) from stdin with (format binary, freeze)`),
  )
  const failed = once(stream, 'finish')
  stream.write(SIGNATURE)
  let bytes = 0
  return {
    bytes: () => bytes,
    write: (rows, written) => {
      bytes += rows.byteLength
      stream.write(rows, written)
    },
    close: async () => {
      stream.end(TRAILER)
      await failed
      await client.query('commit')
      await client.end()
    },
  }
}
