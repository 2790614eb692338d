import { pinyin } from 'pinyin-pro'

const known = new Map<string, string>()
/** Names and synonyms of a region's items are some thousands; what came by edits must not pile up. */
const MOST_KNOWN = 20_000

/** 食品经营: `shi pin jing ying`. Letters and digits stay as they are, marks fall away. */
export function fullPinyin(words: string): string {
  const before = known.get(words)
  if (before !== undefined) return before
  const spelt = pinyin(words, { toneType: 'none', type: 'array', v: true })
    .join(' ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(words, spelt)
  return spelt
}
