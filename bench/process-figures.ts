import { readdirSync, readFileSync } from 'node:fs'

/** Linux gives these by process; elsewhere they are not known (NaN). */
const TICKS_A_SECOND = 100

/** Bytes, the most since the process began. */
export function peakMemoryOf(pid: number): number {
  return statusLine(pid, 'VmHWM')
}

/** User and system time of the process with all its threads. */
export function cpuSecondsOf(pid: number): number {
  const [own] = processorTimes(pid)
  return own
}

/** Of the process, and of its children that have ended. */
function processorTimes(pid: number): readonly [own: number, ended: number] {
  const fields = read(pid, 'stat')
    .replace(/^.*\) /, '')
    .split(' ')
  const seconds = (from: number) =>
    (Number(fields[from]) + Number(fields[from + 1])) / TICKS_A_SECOND
  return [seconds(11), seconds(13)]
}

/** Of a process; NaN when it is not to be seen here. */
export function parentOf(pid: number): number {
  const [, parent] = /^PPid:\s+(\d+)/m.exec(read(pid, 'status')) ?? []
  return Number(parent)
}

/** The process and all below it. */
function familyOf(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)]
}

/** Bytes of the process and all below it; a page that several share is counted once among them. */
export function familyMemory(pid: number): number {
  return sumOf(familyOf(pid).map(proportionalMemoryOf))
}

/** Bytes: its own pages whole, of a page shared with others its part (PSS). */
function proportionalMemoryOf(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+) kB/m.exec(read(pid, 'smaps_rollup')) ?? []
  return Number(kilobytes) * 1024
}

/** Seconds of the process and all below it, also of those that have ended. */
export function familyCpuSeconds(pid: number): number {
  return sumOf(familyOf(pid).flatMap(processorTimes))
}

export type MemoryWatch = { readonly most: () => number; readonly stop: () => void }

/** Looks at the family's memory until it is stopped; the most it saw, in bytes. */
export function watchMemory(pid: number, everyMs = 200): MemoryWatch {
  let most = 0
  const look = () => {
    most = Math.max(most, familyMemory(pid))
  }
  const timer = setInterval(look, everyMs)
  timer.unref()
  return {
    most: () => {
      look()
      return most
    },
    stop: () => clearInterval(timer),
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    // A child belongs to the thread that started it.
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
        .split(' ')
        .filter((id) => id !== '')
        .map(Number),
    )
  } catch {
    return []
  }
}

function sumOf(values: readonly number[]): number {
  return values.filter(Number.isFinite).reduce((sum, value) => sum + value, 0)
}

function statusLine(pid: number, name: string): number {
  const [, kilobytes] = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(pid, 'status')) ?? []
  return Number(kilobytes) * 1024
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
