import { type ApiProblem, asApiProblem } from '../../../api/api-problem.ts'
import { mergeDrafts, same, type MergeConflict } from './merge-drafts.ts'

export type Saved<Content> = { readonly version: number; readonly content: Content }

export type SaverState = {
  /** `held`: both wrote in one place, and nothing is sent until the person has chosen. */
  readonly phase: 'saved' | 'changed' | 'saving' | 'incomplete' | 'held' | 'failed'
  readonly problem: ApiProblem | null
  readonly conflicts: readonly MergeConflict[]
  /** Changes of somebody else came in with the last answer. */
  readonly mergedIn: boolean
}

export type Saver<Content> = {
  readonly state: () => SaverState
  readonly subscribe: (listener: () => void) => () => void
  /** Sends what is there now, if it differs from what the server has. Never throws. */
  readonly save: () => Promise<boolean>
  /** The draft changed: say so until it is saved. */
  readonly noteChange: () => void
  readonly base: () => Saved<Content>
  readonly choose: (conflict: MergeConflict, whose: 'mine' | 'theirs') => void
  /** The server has a newer one than this began with: what it holds is put together with what is here. */
  readonly hear: (theirs: Saved<Content>) => void
}

export type SaverPorts<Content> = {
  readonly get: () => Content
  readonly put: (content: Content) => void
  readonly setAt: (keys: readonly string[], value: unknown) => void
  /** What can be sent: empty lines taken out; null where something that must be there is missing. */
  readonly sendable: (content: Content) => Content | null
  readonly send: (content: Content, expectedVersion: number) => Promise<Saved<Content>>
  readonly read: () => Promise<Saved<Content>>
}

/** More merges in a row than two people can cause. */
const MOST_TRIES = 5

/** Saves a draft against the version it was read at; what somebody else wrote meanwhile is put together with it. */
export function createDraftSaver<Content>(
  start: Saved<Content>,
  ports: SaverPorts<Content>,
): Saver<Content> {
  let base = start
  let running: Promise<boolean> | null = null
  let state: SaverState = { phase: 'saved', problem: null, conflicts: [], mergedIn: false }
  const listeners = new Set<() => void>()
  const become = (change: Partial<SaverState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  const meet = (theirs: Saved<Content>) => {
    const mine = ports.sendable(ports.get()) ?? ports.get()
    const { content, conflicts } = mergeDrafts(base.content, mine, theirs.content)
    base = theirs
    ports.put(content)
    become({ conflicts, mergedIn: true, phase: conflicts.length > 0 ? 'held' : 'changed' })
  }

  const attempt = async (tries: number): Promise<boolean> => {
    if (state.conflicts.length > 0) return false
    const content = ports.sendable(ports.get())
    if (content === null) {
      become({ phase: 'incomplete', problem: null })
      return false
    }
    if (same(content, base.content)) {
      become({ phase: 'saved', problem: null })
      return true
    }
    become({ phase: 'saving', problem: null })
    try {
      const { version } = await ports.send(content, base.version)
      base = { version, content }
    } catch (raised) {
      const problem = asApiProblem(raised)
      if (problem.code !== 'changed-meanwhile' || tries >= MOST_TRIES) throw problem
      meet(await ports.read())
      return attempt(tries + 1)
    }
    // More may have been typed while it was on its way.
    return attempt(0)
  }

  const save = async () => {
    try {
      return await attempt(0)
    } catch (raised) {
      become({ phase: 'failed', problem: asApiProblem(raised) })
      return false
    } finally {
      running = null
    }
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    save: () => (running ??= save()),
    noteChange: () => {
      if (state.phase === 'saved') become({ phase: 'changed', mergedIn: false })
    },
    base: () => base,
    choose: (conflict, whose) => {
      if (whose === 'theirs') ports.setAt(conflict.keys, conflict.theirs)
      const conflicts = state.conflicts.filter((one) => one !== conflict)
      become({ conflicts, phase: conflicts.length > 0 ? 'held' : 'changed' })
    },
    hear: (theirs) => {
      // What is on its way is answered with its own version.
      if (running !== null || theirs.version <= base.version) return
      const mine = ports.sendable(ports.get()) ?? ports.get()
      if (same(mine, theirs.content)) base = theirs
      else meet(theirs)
    },
  }
}
