/** One seed for one thing among many: the same path from the same seed gives the same one (FNV-1a, finished by murmur3). */
export function seedOf(seed: number, ...path: readonly (string | number)[]): number {
  let hash = (seed ^ 0x811c9dc5) >>> 0
  for (const step of path) {
    if (typeof step === 'number') hash = Math.imul(hash ^ step, 0x01000193) ^ (step >>> 13)
    else
      for (let at = 0; at < step.length; at += 1)
        hash = Math.imul(hash ^ step.charCodeAt(at), 0x01000193)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
