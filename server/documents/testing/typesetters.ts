import { readdirSync, readFileSync } from 'node:fs'

/** Process ids of this program's typesetters; Linux tells them. */
export function typesetters(): number[] {
  const task = `/proc/${process.pid}/task`
  return readdirSync(task)
    .flatMap((thread) => readFileSync(`${task}/${thread}/children`, 'utf8').split(' '))
    .map(Number)
    .filter((pid) => pid > 0 && commandOf(pid).includes('render-worker'))
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
