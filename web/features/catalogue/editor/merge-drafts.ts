/** One place that both changed, differently: `mine` stands in the draft until the person says otherwise. */
export type MergeConflict = {
  /** From the outside in; a key may hold a dot. */
  readonly keys: readonly string[]
  readonly mine: unknown
  readonly theirs: unknown
}

export type Merged<Content> = {
  readonly content: Content
  readonly conflicts: readonly MergeConflict[]
}

/**
 * Two people's changes of one draft put together field by field. Where only one changed a place, that change holds;
 * where both did, mine holds and theirs is told. Lists whose length either changed count as one place.
 */
export function mergeDrafts<Content>(
  base: Content,
  mine: Content,
  theirs: Content,
): Merged<Content> {
  const conflicts: MergeConflict[] = []
  const content = merged({ base, mine, theirs }, [], conflicts) as Content
  return { content, conflicts }
}

type Three = { readonly base: unknown; readonly mine: unknown; readonly theirs: unknown }

function merged(
  { base, mine, theirs }: Three,
  keys: readonly string[],
  conflicts: MergeConflict[],
): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine
  if (same(base, mine)) return theirs
  if (alike(base, mine, theirs)) {
    const inside = (key: string) =>
      merged(
        { base: partOf(base, key), mine: partOf(mine, key), theirs: partOf(theirs, key) },
        [...keys, key],
        conflicts,
      )
    if (Array.isArray(mine)) return mine.map((_, index) => inside(String(index)))
    const names = new Set([...Object.keys(theirs as object), ...Object.keys(mine as object)])
    return Object.fromEntries([...names].map((key) => [key, inside(key)]))
  }
  conflicts.push({ keys, mine, theirs })
  return mine
}

function partOf(value: unknown, key: string): unknown {
  return (value as Record<string, unknown>)[key]
}

/** Records, or lists of the same length: then one goes on inside. */
function alike(...values: readonly unknown[]): boolean {
  const [first] = values
  if (Array.isArray(first))
    return values.every((one) => Array.isArray(one) && one.length === first.length)
  return values.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
}

/** Equal as JSON, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && same(partOf(a, key), partOf(b, key)))
  )
}
