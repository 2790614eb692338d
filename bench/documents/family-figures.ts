import { readdirSync, readFileSync } from 'node:fs'
import { cpuSecondsOf, residentMemoryOf } from '../process-figures.ts'

/** The process and all below it. */
function familyOf(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(familyOf)]
}

/** Bytes of the process and all below it; pages that they share are counted for each. */
export function familyMemory(pid: number): number {
  return sumOf(familyOf(pid).map(residentMemoryOf))
}

/** Seconds of the process and all below it that still run. */
export function familyCpuSeconds(pid: number): number {
  return sumOf(familyOf(pid).map(cpuSecondsOf))
}

/** Answers how to stop, which answers the most bytes that were seen. */
export function watchMemory(pid: number, everyMs = 100): () => number {
  let most = 0
  const look = () => {
    most = Math.max(most, familyMemory(pid))
  }
  const timer = setInterval(look, everyMs)
  return () => {
    look()
    clearInterval(timer)
    return most
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
