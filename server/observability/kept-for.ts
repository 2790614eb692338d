/** The last answer, asked for again only when it is older than `milliseconds`; a failure keeps nothing. */
export function keptFor<Value>(
  milliseconds: number,
  read: () => Promise<Value>,
  now: () => number = Date.now,
): () => Promise<Value> {
  let kept: { readonly at: number; readonly value: Promise<Value> } | undefined
  return async () => {
    const at = now()
    if (kept === undefined || at - kept.at >= milliseconds) {
      const value = read()
      kept = { at, value }
      value.catch(() => (kept = undefined))
    }
    return await kept.value
  }
}
