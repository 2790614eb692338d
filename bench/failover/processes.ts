import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type Spawned = {
  readonly child: ChildProcess
  /** Asks it to end, and insists after ten seconds. */
  readonly stop: () => Promise<void>
}

export type Program = {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly account?: { readonly uid?: number; readonly gid?: number }
}

/** A program whose output goes to `<folder>/<name>.log`. */
export function startProgram(
  folder: string,
  { name, command, args, env = {}, account = {} }: Program,
): Spawned {
  const output = openSync(path.join(folder, `${name}.log`), 'a')
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    ...account,
  })
  return {
    child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill('SIGTERM')
      const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(impatience)
    },
  }
}

/** SIGKILL to a process and all below it, the process itself first: alive, it would begin to repair. */
export function killTree(pid: number): void {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const below = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child, parent]) => (child !== undefined && parent === pid ? [child] : []))
  for (const one of [pid, ...below])
    try {
      process.kill(one, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
}

export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  { seconds = 90 } = {},
): Promise<void> {
  const end = performance.now() + seconds * 1_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not after ${seconds} s`)
    await wait(50)
  }
}

export async function answersWith(url: string): Promise<number> {
  const answer = await fetch(url).catch(() => undefined)
  await answer?.body?.cancel()
  return answer?.status ?? 0
}
