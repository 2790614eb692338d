import type { LocalDate } from '../shared/ids.ts'

export type BundleChild = {
  readonly itemId: string
  /** The day it was decided, or else the day it has to be decided by; null: its clock does not run. */
  readonly endsOn: LocalDate | null
}

export type CriticalPath = {
  /** The items on whose days the whole thing hangs, from the first to the last. */
  readonly itemIds: readonly string[]
  /** When the last of them has to be decided; null: nobody knows yet. */
  readonly endsOn: LocalDate | null
}

/**
 * The chain that decides when the bundle is done: an item ends on its own limit, and not before what it needs. Each keeps
 * its own clock (Art 42); the path only shows which one to watch. Items needing each other in a circle are none's.
 */
export function criticalPath(
  children: readonly BundleChild[],
  needs: readonly { readonly item: string; readonly of: string }[],
): CriticalPath {
  const known = new Map<string, CriticalPath>()
  const pathTo = (child: BundleChild, behind: readonly string[]): CriticalPath => {
    const before = known.get(child.itemId)
    if (before !== undefined) return before
    const needed = children.filter(
      ({ itemId }) =>
        !behind.includes(itemId) &&
        needs.some(({ item, of }) => item === child.itemId && of === itemId),
    )
    const longest = needed
      .map((one) => pathTo(one, [...behind, child.itemId]))
      .reduce(later, { itemIds: [], endsOn: null })
    const path = {
      itemIds: [...longest.itemIds, child.itemId],
      endsOn: latest(longest.endsOn, child.endsOn),
    }
    known.set(child.itemId, path)
    return path
  }
  return children.map((child) => pathTo(child, [child.itemId])).reduce(later, NOTHING)
}

const NOTHING: CriticalPath = { itemIds: [], endsOn: null }

/** The path that ends later; of two that end together the longer one. */
function later(one: CriticalPath, other: CriticalPath): CriticalPath {
  const a = one.endsOn ?? ''
  const b = other.endsOn ?? ''
  if (a !== b) return a > b ? one : other
  return other.itemIds.length > one.itemIds.length ? other : one
}

function latest(one: LocalDate | null, other: LocalDate | null): LocalDate | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
