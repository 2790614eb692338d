/** What of an item can be found by. */
export type ItemToFind = {
  readonly itemId: string
  readonly annexNumber: number | null
  readonly name: string
  readonly nameEn: string
  readonly pinyinInitials: string
  /** Full pinyin, a space between syllables: of the name, then of each synonym. */
  readonly pinyin: readonly string[]
  readonly synonyms: readonly string[]
  readonly departmentName: string
  readonly topics: readonly string[]
  readonly lifeEvents: readonly string[]
}

export type Heading = {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly nameBo: string
}
export type Headings = {
  readonly topics: readonly Heading[]
  readonly lifeEvents: readonly Heading[]
}

/** One name as typed by its sound: `shipinjingying`, its syllables' places, and `spjy`. */
export type Spelling = {
  readonly letters: string
  readonly starts: readonly number[]
  readonly initials: string
}

/** An item with everything folded once that a search compares. */
export type SearchableItem = {
  readonly annexNumber: string
  readonly itemId: string
  /** The name without marks, and the same without what stands in brackets. */
  readonly names: readonly string[]
  readonly synonyms: readonly string[]
  readonly spellings: readonly Spelling[]
  readonly initials: string
  readonly english: readonly string[]
  readonly department: string
  readonly headings: readonly string[]
}

/** Letters of one size and width, and no marks: ＧＳＰ认证（试行） is gsp认证试行. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

export function searchable(item: ItemToFind, { topics, lifeEvents }: Headings): SearchableItem {
  const own = [
    ...topics.filter(({ id }) => item.topics.includes(id)),
    ...lifeEvents.filter(({ id }) => item.lifeEvents.includes(id)),
  ]
  const bare = item.name.replaceAll(/[(（][^)）]*[)）]/g, '')
  return {
    annexNumber: item.annexNumber === null ? '' : String(item.annexNumber),
    itemId: folded(item.itemId),
    names: [...new Set([folded(item.name), folded(bare)])],
    synonyms: item.synonyms.map(folded),
    spellings: item.pinyin.map(spelling),
    initials: item.pinyinInitials,
    english: wordsOf(item.nameEn),
    department: folded(item.departmentName),
    headings: own.flatMap(({ name, nameEn, nameBo }) => [name, nameEn, nameBo].map(folded)),
  }
}

function spelling(pinyin: string): Spelling {
  const starts: number[] = []
  let letters = ''
  let initials = ''
  for (const syllable of pinyin.split(' ')) {
    starts.push(letters.length)
    letters += syllable
    initials += syllable.slice(0, 1)
  }
  return { letters, starts, initials }
}

function wordsOf(english: string): readonly string[] {
  return english
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
