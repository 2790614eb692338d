import { initialsOf } from './name-initials.ts'

// Shorter prefixes say too little, longer ones no more.
const LEAST_INITIALS = 3
export const MOST_INITIALS = 8

/** A name or a term as both are compared: without spaces, in small letters; match.ts does the same in SQL. */
export function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[ \u3000]/g, '')
}

/** Adjacent character pairs of a text: a GIN index over them finds any two characters, in any language. */
export function pairsOf(text: string): readonly string[] {
  const characters = Array.from(folded(text))
  return [
    ...new Set(
      characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`),
    ),
  ]
}

/** How the beginning of a name's pinyin initials stands among its pairs: `~zmm`. */
export function initialsToken(initials: string): string {
  return `~${initials.slice(0, MOST_INITIALS)}`
}

/** What an applicant is found by: pairs of the name, and how its pinyin initials begin. Items are found in memory. */
export function searchPairs(name: string): readonly string[] {
  const initials = initialsOf(name).slice(0, MOST_INITIALS)
  const tokens = Array.from({ length: initials.length }, (_, index) => initials.slice(0, index + 1))
    .filter((prefix) => prefix.length >= LEAST_INITIALS || prefix === initials)
    .map(initialsToken)
  return [...pairsOf(name), ...tokens]
}
