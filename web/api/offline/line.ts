import { onLostAnswer } from '../call.ts'

/** Whether the server can be reached: `down` once an answer failed to come and asking again did not help. */
export type Line = 'up' | 'down'

/** Answers 200 only where the server, its database and its schema are ready. */
const ASKED = '/ready'
const PATIENCE_MS = 4_000
const ASK_AGAIN_MS = 5_000

const listeners = new Set<() => void>()
let line: Line = 'up'
let asking: Promise<boolean> | undefined
let timer: ReturnType<typeof setTimeout> | undefined

export function lineNow(): Line {
  return line
}

export function subscribeToLine(listen: () => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

/** Begins to watch: from now on a call without an answer is looked into. Call once a page. */
export function watchLine(): void {
  onLostAnswer(() => void askServer())
  window.addEventListener('offline', () => void askServer())
  window.addEventListener('online', () => void askServer())
}

/** Asks now; what is said by a cache counts for nothing. */
export async function askServer(): Promise<boolean> {
  asking ??= answers().finally(() => {
    asking = undefined
  })
  const reached = await asking
  clearTimeout(timer)
  if (!reached) timer = setTimeout(() => void askServer(), ASK_AGAIN_MS)
  const now: Line = reached ? 'up' : 'down'
  if (now !== line) {
    line = now
    for (const listen of listeners) listen()
  }
  return reached
}

async function answers(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    return (await fetch(ASKED, { cache: 'no-store', signal })).status === 200
  } catch {
    return false
  }
}
