import type { SearchTerm } from './search-term.ts'

const NAME = `replace(replace(applicant_name, ' ', ''), '\u3000', '')`

/** A condition with its values, of which the first stands at `$first`. */
export type Match = { readonly text: string; readonly values: readonly unknown[] }

/** By the name or its initials. Small letters cost more than all the rest, so only a term with letters asks for them. */
export function nameMatch({ text, initials, hasLetters }: SearchTerm, first: number): Match {
  const name = `strpos(${hasLetters ? `lower(${NAME})` : NAME}, $${first}) > 0`
  return initials === null
    ? { text: name, values: [text] }
    : { text: `${name} or pairs @> $${first + 1}::text[]`, values: [text, [initials]] }
}

export function itemMatch({ itemIds }: SearchTerm, first: number): Match | null {
  return itemIds.length === 0
    ? null
    : { text: `item_id = any($${first}::text[])`, values: [itemIds] }
}

export function tailMatch({ tail }: SearchTerm, first: number): Match | null {
  return tail === '' ? null : { text: `number like $${first}`, values: [`%${tail}`] }
}

/** Any of them; each is made knowing where its values will stand. */
export function anyOf(
  makers: readonly ((first: number) => Match | null)[],
  first: number,
): Match | null {
  const made: Match[] = []
  for (const make of makers) {
    const values = made.flatMap((match) => match.values)
    const match = make(first + values.length)
    if (match !== null) made.push(match)
  }
  return made.length === 0
    ? null
    : {
        text: made.map(({ text }) => text).join(' or '),
        values: made.flatMap(({ values }) => values),
      }
}
