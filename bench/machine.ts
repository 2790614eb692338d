import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { median } from './percentiles.ts'

export type Machine = {
  readonly processor: string
  readonly cores: number
  /** Bytes. */
  readonly memory: number
  readonly system: string
  readonly node: string
  /** Milliseconds to put 8 KiB safely on the disk, median of a hundred. */
  readonly fdatasync: number
  readonly loadAverage: number
}

export function describeMachine(folder: string): Machine {
  const [processor] = os.cpus()
  return {
    processor: processor?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memory: os.totalmem(),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
    fdatasync: costOfFdatasync(folder),
    loadAverage: os.loadavg()[0] ?? Number.NaN,
  }
}

function costOfFdatasync(folder: string): number {
  const place = path.join(folder, 'fdatasync')
  const file = openSync(place, 'w')
  const page = Buffer.alloc(8192, 1)
  const costs = Array.from({ length: 100 }, () => {
    writeSync(file, page)
    const started = performance.now()
    fdatasyncSync(file)
    return performance.now() - started
  })
  closeSync(file)
  rmSync(place)
  return median(costs)
}

/** Share of all processors that something else uses now, 0–1, seen over a second; 0 where it is not known. */
export async function busyShare(): Promise<number> {
  const before = processorTimes()
  await wait(1_000)
  const after = processorTimes()
  const all = after.all - before.all
  return all === 0 ? 0 : 1 - (after.idle - before.idle) / all
}

function processorTimes(): { readonly idle: number; readonly all: number } {
  const times = os.cpus().map(({ times: each }) => each)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    idle: sum(times.map(({ idle }) => idle)),
    all: sum(times.map(({ user, nice, sys, idle, irq }) => user + nice + sys + idle + irq)),
  }
}

/** The commit that is measured; unknown outside of a checkout. */
export function commitOf(root: string): string {
  try {
    const head = readFileSync(path.join(root, '.git', 'HEAD'), 'utf8').trim()
    const [, ref] = /^ref: (.+)$/.exec(head) ?? []
    const commit = ref === undefined ? head : readFileSync(path.join(root, '.git', ref), 'utf8')
    return commit.trim().slice(0, 10)
  } catch {
    return 'unknown'
  }
}
