import { nearlyIncludes, isOneEdit } from './one-edit.ts'
import type { SearchableItem, Spelling } from './searchable-item.ts'

/** How well one typed word fits an item, letter for letter; 0: not at all. */
export function scoreWord(item: SearchableItem, word: string): number {
  if (word === item.annexNumber || word === item.itemId) return 100
  return Math.max(
    ...item.names.map((name) => scoreText(name, word, 95, 90, 80)),
    ...item.synonyms.map((synonym) => scoreText(synonym, word, 85, 72, 70)),
    /^[a-z0-9]{2,}$/.test(word) ? scoreLatin(item, word) : 0,
    scoreLoosely(item, word),
  )
}

/** The same for somebody who hit one wrong key. */
export function scoreTypo(item: SearchableItem, word: string): number {
  if (/^[a-z0-9]+$/.test(word)) return scoreLatinTypo(item, word)
  const near = (text: string) =>
    word.length >= 3 ? nearlyIncludes(text, word) : word.length === 2 && text.includes(turned(word))
  if (item.names.some(near)) return 25
  return item.synonyms.some(near) ? 24 : 0
}

function scoreText(
  text: string,
  word: string,
  same: number,
  first: number,
  within: number,
): number {
  if (text === word) return same
  if (text.startsWith(word)) return first
  return text.includes(word) ? within : 0
}

function scoreLatin(item: SearchableItem, word: string): number {
  const [name, ...synonyms] = item.spellings
  return Math.max(
    scoreText(item.initials, word, 68, 66, 60),
    name === undefined ? 0 : scoreSpelling(name, word, 64),
    ...synonyms.map((spelling) => scoreSpelling(spelling, word, 56)),
    ...synonyms.map(({ initials }) => scoreText(initials, word, 57, 54, 0)),
    word.length >= 3 && item.english.some((one) => one.startsWith(word)) ? 62 : 0,
  )
}

/** A sound begins where a syllable begins: `an` is not in `quan`. */
function scoreSpelling({ letters, starts }: Spelling, word: string, best: number): number {
  if (letters.startsWith(word)) return letters === word ? best + 1 : best
  return starts.some((start) => letters.startsWith(word, start)) ? best - 4 : 0
}

function scoreLoosely(item: SearchableItem, word: string): number {
  if (item.synonyms.some((synonym) => synonym.length >= 2 && word.includes(synonym))) return 48
  if (word.length >= 2 && item.headings.some((heading) => heading.includes(word))) return 45
  if (word.length >= 2 && item.department.includes(word)) return 40
  return item.names.some((name) => isInOrder(word, name)) ? 30 : 0
}

function scoreLatinTypo(item: SearchableItem, word: string): number {
  if (word.length < 4) return 0
  if (item.spellings.some(({ letters, starts }) => nearlyIncludes(letters, word, starts))) return 22
  if (nearlyIncludes(item.initials, word, [0])) return 20
  return item.english.some((one) => one.length >= 5 && isOneEdit(word, one)) ? 19 : 0
}

/** 食品许可 finds 食品经营许可证核发: the characters in their order, with others between. At least two. */
function isInOrder(word: string, name: string): boolean {
  if (word.length < 2) return false
  let from = 0
  for (const character of word) {
    const found = name.indexOf(character, from)
    if (found < 0) return false
    from = found + 1
  }
  return true
}

function turned(word: string): string {
  return Array.from(word).toReversed().join('')
}
