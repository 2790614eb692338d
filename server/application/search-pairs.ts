/** Adjacent character pairs of a text: a GIN index over them finds any two characters, in any language. */
export function pairsOf(text: string): readonly string[] {
  const characters = Array.from(text.toLowerCase().replace(/\s/g, ''))
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

export function searchPairs(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(pairsOf))]
}
