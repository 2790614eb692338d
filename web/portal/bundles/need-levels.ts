type Need = { readonly item: string; readonly of: string }

/** Items by how many results they wait for one after another; those of one level run side by side. */
export function needLevels(
  itemIds: readonly string[],
  needs: readonly Need[],
): readonly (readonly string[])[] {
  const levels: string[][] = []
  let left = [...itemIds]
  while (left.length > 0) {
    const waiting = new Set(needs.filter(({ of }) => left.includes(of)).map(({ item }) => item))
    const free = left.filter((itemId) => !waiting.has(itemId))
    // Items that need each other in a circle stand together at the end.
    const level = free.length > 0 ? free : left
    levels.push(level)
    left = left.filter((itemId) => !level.includes(itemId))
  }
  return levels
}
