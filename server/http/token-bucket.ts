export type Allowance = {
  /** At once, after a pause. */
  readonly burst: number
  /** And from then on. */
  readonly perSecond: number
}

export type TokenBuckets = {
  /** Seconds to wait, or 0 when it may go ahead. */
  readonly take: (key: string) => number
}

/** One bucket a key, in memory. Over `most` keys the one unused for longest is forgotten, which only helps its owner. */
export function createTokenBuckets(
  { burst, perSecond }: Allowance,
  { most = 50_000, now = Date.now }: { readonly most?: number; readonly now?: () => number } = {},
): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>()
  return {
    take(key) {
      const at = now()
      const { tokens, at: before } = buckets.get(key) ?? { tokens: burst, at }
      const filled = Math.min(burst, tokens + (Math.max(0, at - before) / 1000) * perSecond)
      buckets.delete(key)
      if (buckets.size >= most)
        for (const oldest of buckets.keys()) {
          buckets.delete(oldest)
          break
        }
      buckets.set(key, { tokens: filled >= 1 ? filled - 1 : filled, at })
      return filled >= 1 ? 0 : (1 - filled) / perSecond
    },
  }
}
