import type { Violation } from '../application/violations.ts'
import type { ServiceItemId } from '../shared/ids.ts'
import type { AwaitedResult } from './awaited-result.ts'

export type GoOnRefusal = Extract<
  Violation,
  { readonly code: 'bundle-nothing-ended' | 'bundle-part-depends' }
>

/**
 * May this part go on without what it waits for (不等前项，单独继续办理)? Only once the other part ended without a grant, and
 * only where no law makes the one a condition of the other: a condition is set by law alone (许可法 16), so an order that
 * only the bundle proposes binds nobody who wants to go on. Null: it may.
 */
export function refusalToGoOnAlone(awaited: readonly AwaitedResult[]): GoOnRefusal | null {
  const ended = awaited.filter(({ endedAs }) => endedAs !== null)
  if (ended.length === 0)
    return { code: 'bundle-nothing-ended', items: awaited.map(({ name }) => name) }
  const binding = ended.filter(({ isBinding }) => isBinding)
  return binding.length === 0
    ? null
    : { code: 'bundle-part-depends', items: binding.map(({ name }) => name) }
}

/** What it goes on without: the ended ones; what is still under way is waited for all the same. */
export function releasedBy(awaited: readonly AwaitedResult[]): readonly ServiceItemId[] {
  return awaited.filter(({ endedAs }) => endedAs !== null).map(({ itemId }) => itemId)
}
