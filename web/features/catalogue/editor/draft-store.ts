import { keysOf, valueAt, withValueAt, type Path } from './value-at.ts'

/** What is being edited, outside of React: a field draws anew only when its own value changed. */
export type DraftStore<Content> = {
  readonly get: () => Content
  readonly at: (path: Path) => unknown
  readonly set: (path: Path, value: unknown) => void
  /** A change that `undo` takes back as one: something removed, moved or added. */
  readonly restructure: (changes: Readonly<Record<string, unknown>>) => void
  /** What the server or another editor wrote: no step of the person's own. */
  readonly replace: (content: Content) => void
  readonly canUndo: () => boolean
  readonly undo: () => void
  readonly subscribe: (listener: () => void) => () => void
}

const STEPS_KEPT = 50

export function createDraftStore<Content>(initial: Content): DraftStore<Content> {
  let content = initial
  let past: readonly Readonly<Record<string, unknown>>[] = []
  const listeners = new Set<() => void>()
  const become = (next: Content) => {
    if (next === content) return
    content = next
    for (const listener of listeners) listener()
  }
  const apply = (changes: Readonly<Record<string, unknown>>) => {
    let next = content
    for (const [path, value] of Object.entries(changes)) next = withValueAt(next, path, value)
    become(next)
  }
  return {
    get: () => content,
    at: (path) => valueAt(content, path),
    set: (path, value) => {
      // Undo must not take back what was typed after it: steps over the same part are forgotten.
      const [top] = keysOf(path)
      past = past.filter((step) => !Object.keys(step).some((one) => one.split('.')[0] === top))
      become(withValueAt(content, path, value))
    },
    restructure: (changes) => {
      const before = Object.keys(changes).map((path) => [path, valueAt(content, path)] as const)
      past = [...past, Object.fromEntries(before)].slice(-STEPS_KEPT)
      apply(changes)
    },
    replace: (next) => {
      past = []
      become(next)
    },
    canUndo: () => past.length > 0,
    undo: () => {
      const last = past.at(-1)
      if (last === undefined) return
      past = past.slice(0, -1)
      apply(last)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
