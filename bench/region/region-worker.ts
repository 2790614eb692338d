import { parentPort, workerData } from 'node:worker_threads'
import { benchMembers } from './bench-staff.ts'
import { MADE_TABLES, type MadeTable } from './compile-life.ts'
import { lifeCopier } from './copy-life.ts'
import { dayLives, type DayLife } from './day-lives.ts'
import { BENCH_REGION_CODE } from './bench-region.ts'
import { newDailyHeads, rootKey, rootRow } from './daily-heads.ts'
import type {
  DayHeads,
  FromWorker,
  NoticeNeed,
  ToWorker,
  WorkerTask,
} from './region-worker-messages.ts'

// Plays the lives of its days, learns their notices' numbers, then writes every copy's rows.

const port = parentPort
if (port === null) throw new Error('region-worker runs as a worker thread')
const task = workerData as WorkerTask
const CHUNK_BYTES = 1024 * 1024
const MOST_UNDER_WAY = 24

const own = task.days.map((_, day) => day).filter((day) => day % task.workers === task.worker)
const lives = new Map<number, readonly DayLife[]>()
for (const day of own)
  lives.set(day, dayLives({ ...task, day, applications: task.byDay[day] ?? 0 }))

const needs = own.flatMap((day) =>
  (lives.get(day) ?? []).flatMap((life, at) => needsOf(life, day, at)),
)
const events = [...lives.values()]
  .flat()
  .reduce((sum, { life, copies }) => sum + life.slots.events.length * copies.length, 0)
send({ kind: 'needs', needs, events })

let underWay = 0
const rooms: ArrayBuffer[] = []
const key = rootKey(task.seed)
let wake: (() => void) | undefined
port.on('message', (message: ToWorker) => {
  if (message.kind === 'numbers') void writeAll(message.before)
  else if (message.kind === 'reckon-roots') reckonRoots(message.days)
  else {
    underWay -= 1
    if (message.room.byteLength === CHUNK_BYTES) rooms.push(message.room)
    wake?.()
  }
})

function needsOf({ life, copies }: DayLife, day: number, at: number): NoticeNeed[] {
  return life.notices.map(({ series, dated }, notice) => ({
    series,
    dated,
    day,
    life: at,
    notice,
    copies: copies.length,
  }))
}

async function writeAll(before: Int32Array): Promise<void> {
  const out = chunks()
  const heads = newDailyHeads()
  const copy = lifeCopier({
    ...task,
    members: benchMembers(task.seed),
    write: out.write,
    headOf: heads.room,
  })
  let need = 0
  for (const day of own) {
    for (const { life, copies } of lives.get(day) ?? []) {
      const first = before.subarray(need, need + life.notices.length)
      need += life.notices.length
      for (const [index, wish] of copies.entries())
        copy(life, { ...wish, noticeSerials: Array.from(first, (serial) => serial + index + 1) })
    }
    lives.delete(day)
    while (underWay > MOST_UNDER_WAY) await new Promise<void>((resolve) => (wake = resolve))
  }
  out.flush()
  sendHeads([...heads.all()].map(([day, blocks]) => ({ day, blocks })))
}

function sendHeads(heads: readonly DayHeads[]): void {
  const rooms = heads.flatMap(({ blocks }) => blocks.map(({ buffer }) => buffer as ArrayBuffer))
  send({ kind: 'heads', heads }, rooms)
}

function reckonRoots(days: readonly DayHeads[]): void {
  const rows = days.map(({ day, blocks }) => rootRow(BENCH_REGION_CODE, key, day, blocks))
  send({ kind: 'roots', rows })
}

function chunks() {
  const open = new Map<MadeTable, { bytes: Buffer; end: number }>()

  function flush(table: MadeTable): void {
    const chunk = open.get(table)
    open.delete(table)
    if (chunk === undefined || chunk.end === 0) return
    underWay += 1
    send({ kind: 'rows', table, bytes: chunk.bytes.subarray(0, chunk.end) }, [
      chunk.bytes.buffer as ArrayBuffer,
    ])
  }

  return {
    write: (table: MadeTable, size: number, fill: (out: Buffer, from: number) => number): void => {
      const room = open.get(table)
      if (room !== undefined && room.end + size > room.bytes.length) flush(table)
      const chunk = open.get(table) ?? {
        bytes: Buffer.from(roomFor(size)),
        end: 0,
      }
      chunk.end = fill(chunk.bytes, chunk.end)
      open.set(table, chunk)
    },
    flush: () => {
      for (const table of MADE_TABLES) flush(table)
    },
  }
}

function roomFor(size: number): ArrayBuffer {
  if (size > CHUNK_BYTES) return new ArrayBuffer(size)
  return rooms.pop() ?? new ArrayBuffer(CHUNK_BYTES)
}

function send(message: FromWorker, transfer: readonly ArrayBuffer[] = []): void {
  port?.postMessage(message, [...transfer])
}
