import type { ItemRow } from '../../contract/catalogue.ts'

type Searched = Pick<ItemRow, 'name' | 'pinyinInitials' | 'departmentName' | 'annexNumber'>

/** Items that answer every word typed: part of the name, pinyin initials, the department, or the annex number. Best first. */
export function searchItems<Item extends Searched>(items: readonly Item[], typed: string): Item[] {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return items
    .map((item) => ({ item, score: scoreOf(item, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item)
}

/** 0 where a word finds nothing. */
function scoreOf(item: Searched, words: readonly string[]): number {
  const scores = words.map((word) => scoreOfWord(item, word))
  return scores.includes(0) ? 0 : 1 + scores.reduce((sum, score) => sum + score, 0)
}

function scoreOfWord(item: Searched, word: string): number {
  if (item.annexNumber !== null && word === String(item.annexNumber)) return 50
  if (item.name.startsWith(word)) return 40
  if (item.name.includes(word)) return 30
  if (item.pinyinInitials.startsWith(word)) return 25
  if (item.pinyinInitials.includes(word)) return 20
  if (item.departmentName.includes(word)) return 10
  return isInOrder(word, item.name) ? 5 : 0
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
