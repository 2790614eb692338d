const MAX_KEYS = 10_000

export type AttemptLimit = {
  /** Seconds to wait, or 0 when the attempt may go ahead. */
  take(key: string): number
}

/** A token bucket a key, in memory: it spares the password hash a flood; the lock is what protects an account. */
export function createAttemptLimit(
  { burst, perSecond }: { readonly burst: number; readonly perSecond: number },
  now: () => number = Date.now,
): AttemptLimit {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    take(key) {
      const at = now()
      const { tokens = burst, at: before = at } = buckets.get(key) ?? {}
      const filled = Math.min(burst, tokens + ((at - before) / 1000) * perSecond)
      if (buckets.size >= MAX_KEYS && !buckets.has(key)) buckets.clear()
      buckets.set(key, { tokens: filled >= 1 ? filled - 1 : filled, at })
      return filled >= 1 ? 0 : (1 - filled) / perSecond
    },
  }
}
