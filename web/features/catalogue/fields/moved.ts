/** The list with one entry moved by so many places; unmoved where it would leave the list. */
export function moved<Entry>(list: readonly Entry[], at: number, by: number): readonly Entry[] {
  const to = at + by
  const entry = list[at]
  if (entry === undefined || to < 0 || to >= list.length) return list
  const rest = list.toSpliced(at, 1)
  return rest.toSpliced(to, 0, entry)
}
