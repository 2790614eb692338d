import type { z } from 'zod'
import type { Finding } from '../../../../contract/catalogue-checking.ts'

export type GuideFinding = z.output<typeof Finding>

/** What the linter says of the draft now, by part, so that a field hears only of itself. */
export type FindingsStore = {
  readonly all: () => readonly GuideFinding[]
  readonly of: (part: string) => readonly GuideFinding[]
  /** Of the part and of everything inside it. */
  readonly countIn: (part: string) => number
  readonly become: (findings: readonly GuideFinding[]) => void
  readonly subscribe: (listener: () => void) => () => void
}

const NONE: readonly GuideFinding[] = []

export function createFindingsStore(): FindingsStore {
  let all: readonly GuideFinding[] = NONE
  let byPart = new Map<string, readonly GuideFinding[]>()
  const listeners = new Set<() => void>()
  return {
    all: () => all,
    of: (part) => byPart.get(part) ?? NONE,
    countIn: (part) =>
      all.filter((finding) => finding.part === part || finding.part.startsWith(`${part}.`)).length,
    become: (findings) => {
      const grouped = new Map<string, readonly GuideFinding[]>()
      for (const finding of findings)
        grouped.set(finding.part, [...(grouped.get(finding.part) ?? []), finding])
      // What is said of a part as before stays the same object: its field is not drawn anew.
      for (const [part, said] of grouped) {
        const before = byPart.get(part)
        if (before !== undefined && sayTheSame(before, said)) grouped.set(part, before)
      }
      all = findings
      byPart = grouped
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function sayTheSame(a: readonly GuideFinding[], b: readonly GuideFinding[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ rule, sentence }, at) => rule === b[at]?.rule && sentence === b[at].sentence)
  )
}
