import { FOLDED_NAME } from './listed-columns.ts'
import type { SearchTerm } from './search-term.ts'

/** How a row is told to match a term, whatever index brought it: four parameters from `$first` on. */
export function matchOf(first: number): string {
  return `${nameMatch(first)} or item_id = any($${first + 2}::text[]) or number like $${first + 3}`
}

/** By the name or its initials: the first two parameters of a match. */
export function nameMatch(first: number): string {
  return `strpos(${FOLDED_NAME}, $${first}) > 0 or pairs @> $${first + 1}::text[]`
}

export function matchValues({ text, initials, itemIds, tail }: SearchTerm): unknown[] {
  return [text, initials, itemIds, tail === '' ? '' : `%${tail}`]
}
