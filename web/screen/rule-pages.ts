/** Ends of clauses of the rule that orders the queue. */
const CLAUSE = /[^。；，：]+[。；，：]?/gu

/** A long sentence in pieces that a hall screen can show in its large type, cut where it breathes. `most`: characters a piece. */
export function rulePages(sentence: string, most: number): readonly string[] {
  const pages: string[] = []
  for (const [clause] of sentence.matchAll(CLAUSE)) {
    const last = pages.at(-1)
    if (last !== undefined && !last.endsWith('。') && last.length + clause.length <= most)
      pages[pages.length - 1] = last + clause
    else pages.push(clause)
  }
  return pages
}
