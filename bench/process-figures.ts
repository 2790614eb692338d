import { readFileSync } from 'node:fs'

/** Linux gives these by process; elsewhere they are not known (NaN). */
const TICKS_A_SECOND = 100

/** Bytes. */
export function residentMemoryOf(pid: number): number {
  return statusLine(pid, 'VmRSS')
}

/** Bytes, the most since the process began. */
export function peakMemoryOf(pid: number): number {
  return statusLine(pid, 'VmHWM')
}

/** User and system time of the process with all its threads. */
export function cpuSecondsOf(pid: number): number {
  const fields = read(pid, 'stat')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
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
