import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { projectRoot } from './project-root.ts'
import { workerEntry } from './worker-entry.ts'

// The work is outside of JavaScript's heap: a small one keeps its garbage from holding native memory.
const NODE_OPTIONS = ['--expose-gc', '--max-semi-space-size=2', '--max-old-space-size=128']
/** Freed memory goes back to the system: few arenas, and whatever is large mapped on its own (mallopt(3)). */
const ALLOCATION = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' }

const NICENESS = 15

const entries = new Map<string, Promise<URL>>()

/** Starts render-worker; it ends with this program. Of the environment it sees nothing but where things are. */
export async function forkTypesetter(cacheFolder: string): Promise<ChildProcess> {
  const entry = entries.get(cacheFolder) ?? workerEntry(cacheFolder)
  entries.set(cacheFolder, entry)
  entry.catch(() => entries.delete(cacheFolder))
  const { PATH = '', HOME = '', LANG = '' } = process.env
  const child = fork(fileURLToPath(await entry), [projectRoot(), cacheFolder], {
    execArgv: NODE_OPTIONS,
    env: { PATH, HOME, LANG, ...ALLOCATION },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  yieldToOthers(child)
  return child
}

/** Whoever reads or acts goes before the next paper when the processors are short. */
function yieldToOthers({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS)
  } catch {
    // It ended at once, or the system has no such thing.
  }
}
