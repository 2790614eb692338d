/** One character wrong, too many, missing, or two neighbours changed about. Equal texts are no edit apart. */
export function isOneEdit(typed: string, meant: string): boolean {
  const difference = typed.length - meant.length
  if (Math.abs(difference) > 1) return false
  let from = 0
  while (from < typed.length && typed[from] === meant[from]) from += 1
  const rest = (text: string, skipped: number) => text.slice(from + skipped)
  if (difference === 1) return rest(typed, 1) === rest(meant, 0)
  if (difference === -1) return rest(typed, 0) === rest(meant, 1)
  if (from === typed.length) return false
  const isTurned = typed[from] === meant[from + 1] && typed[from + 1] === meant[from]
  return rest(typed, 1) === rest(meant, 1) || (isTurned && rest(typed, 2) === rest(meant, 2))
}

/** Somewhere in the text stands the word with one edit. `starts` limits where it may begin. */
export function nearlyIncludes(
  text: string,
  word: string,
  starts: readonly number[] = Array.from(text, (_, index) => index),
): boolean {
  const lengths = [word.length, word.length - 1, word.length + 1]
  return starts.some((start) =>
    lengths.some((length) => {
      const part = text.slice(start, start + length)
      return part.length === length && isOneEdit(word, part)
    }),
  )
}
