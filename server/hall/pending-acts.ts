import type { HallCommand, HallDecision } from './hall-act.ts'
import type { Acted } from './hall-store.ts'
import type { HallState } from './hall-state.ts'

/** An act that waits for its turn. */
export type Pending = {
  readonly command: HallCommand
  readonly decide: (state: HallState, now: number) => HallDecision
  readonly resolve: (acted: Acted) => void
  readonly reject: (error: unknown) => void
  readonly since: number
}

/** One command that was sent twice at once: the second is answered when the first is done. */
export function apart(acts: readonly Pending[]) {
  const ids = new Set<string>()
  const again: Pending[] = []
  const once = acts.filter((act) => {
    const { commandId } = act.command
    if (ids.has(commandId)) again.push(act)
    return !again.includes(act) && ids.add(commandId)
  })
  return { once, again }
}

export type Undecided = { readonly act: Pending; readonly decision: HallDecision }
