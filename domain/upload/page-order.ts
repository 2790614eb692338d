/** True where the wish names every page of the material once, and nothing else. */
export function isWholeOrder(wished: readonly string[], present: readonly string[]): boolean {
  return (
    wished.length === present.length &&
    new Set(wished).size === wished.length &&
    wished.every((uploadId) => present.includes(uploadId))
  )
}
