/** `materials.0.name`, or the same as a list where a name may hold a dot: names and positions, from the outside in. */
export type Path = string | readonly string[]

export function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const key of keysOf(path)) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

/** The same with one value replaced: what lies beside the path stays the very same object. */
export function withValueAt<Root>(root: Root, path: Path, value: unknown): Root {
  return replaced(root, keysOf(path), value) as Root
}

function replaced(node: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return value
  if (Array.isArray(node)) {
    const copy: unknown[] = [...(node as readonly unknown[])]
    copy[Number(key)] = replaced(copy[Number(key)], rest, value)
    return copy
  }
  const record = (node ?? {}) as Record<string, unknown>
  return { ...record, [key]: replaced(record[key], rest, value) }
}

export function keysOf(path: Path): readonly string[] {
  if (typeof path !== 'string') return path
  return path === '' ? [] : path.split('.')
}
