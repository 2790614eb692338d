export type TextPiece = { readonly text: string; readonly kind: 'same' | 'removed' | 'added' }

/** Two texts as their common beginning and end with what differs between: enough for a person to see what was changed. */
export function changedText(
  before: string,
  after: string,
): { readonly before: readonly TextPiece[]; readonly after: readonly TextPiece[] } {
  const [a, b] = [Array.from(before), Array.from(after)]
  let head = 0
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1
  let tail = 0
  while (
    tail < Math.min(a.length, b.length) - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1
  return { before: pieces(a, head, tail, 'removed'), after: pieces(b, head, tail, 'added') }
}

function pieces(
  text: readonly string[],
  head: number,
  tail: number,
  kind: 'removed' | 'added',
): readonly TextPiece[] {
  const cut = (from: number, to: number, of: TextPiece['kind']) => ({
    text: text.slice(from, to).join(''),
    kind: of,
  })
  const end = text.length - tail
  return [cut(0, head, 'same'), cut(head, end, kind), cut(end, text.length, 'same')].filter(
    (piece) => piece.text !== '',
  )
}
