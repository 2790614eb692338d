/**
 * True when two values mean the same JSON, whatever the order of their keys; a member that is undefined counts as
 * absent. Never true where their canonical texts differ.
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  if (Array.isArray(a) || Array.isArray(b)) return isSameList(a, b)
  return isSameObject(a as Record<string, unknown>, b as Record<string, unknown>)
}

function isSameObject(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  let members = 0
  for (const key in a) {
    const value = a[key]
    if (value === undefined) continue
    members += 1
    if (!Object.hasOwn(b, key) || !isSameJson(value, b[key])) return false
  }
  for (const key in b) if (b[key] !== undefined) members -= 1
  return members === 0
}

function isSameList(a: object, b: object): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((value, index) => isSameJson(value, b[index]))
}
