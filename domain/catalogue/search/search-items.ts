import { scoreTypo, scoreWord } from './score-word.ts'
import { folded, type Headings, type ItemToFind, searchable } from './searchable-item.ts'

export type FoundItems<Item> = {
  /** Best first. */
  readonly items: readonly Item[]
  /** Nothing fits what was typed; these fit it but for one key. */
  readonly nearly: boolean
}

const NO_HEADINGS: Headings = { topics: [], lifeEvents: [] }
/** More than anybody types; what a robot sends beyond is not looked at. */
const MOST_CHARACTERS = 60
const MOST_WORDS = 6

/**
 * A search over one list: names, full pinyin, initials, synonyms, English, department, topic, life event, number in the
 * annex. Each typed word has to fit. The list is folded once, at the first search.
 */
export function itemSearch<Item extends ItemToFind>(
  items: readonly Item[],
  headings: Headings = NO_HEADINGS,
): (typed: string) => FoundItems<Item> {
  let entries: readonly { item: Item; by: ReturnType<typeof searchable> }[] | undefined
  return (typed) => {
    const words = wordsOf(typed)
    if (words.length === 0) return { items, nearly: false }
    entries ??= items.map((item) => ({ item, by: searchable(item, headings) }))
    const ranked = (score: typeof scoreWord) =>
      (entries ?? [])
        .map(({ item, by }) => ({ item, score: total(words.map((word) => score(by, word))) }))
        .filter((found) => found.score > 0)
        .toSorted((a, b) => b.score - a.score)
        .map(({ item }) => item)
    const found = ranked(scoreWord)
    if (found.length > 0) return { items: found, nearly: false }
    const near = ranked((by, word) => scoreWord(by, word) || scoreTypo(by, word))
    return { items: near, nearly: near.length > 0 }
  }
}

/** For a single question. */
export function searchItems<Item extends ItemToFind>(
  items: readonly Item[],
  typed: string,
  headings: Headings = NO_HEADINGS,
): readonly Item[] {
  return itemSearch(items, headings)(typed).items
}

function wordsOf(typed: string): readonly string[] {
  return typed
    .slice(0, MOST_CHARACTERS)
    .split(/[\s,，、;；]+/)
    .map(folded)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
}

function total(scores: readonly number[]): number {
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}
