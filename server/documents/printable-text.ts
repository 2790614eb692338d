/** `[U+2B740]`: what is printed where no font has the character, so that nothing vanishes. */
export function codePointMark(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `[U+${hex}]`
}

// Half surrogates and control characters cannot be printed at all: a line end counts as a space.
const CONTROL = /[\p{Cc}\p{Noncharacter_Code_Point}\u2028\u2029]/gu
const INVISIBLE = /[\uFEFF\u200B\u2060\u00AD]/gu

export function printable(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r?\n|[\t\v\f\u2028\u2029]/g, ' ')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
}

/** Applies a change to every text inside plain data. */
export function mapTexts<T>(value: T, change: (text: string) => string): T
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item as unknown, change))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, mapTexts(item as unknown, change)]),
    )
  return value
}

export function withMarksFor(missing: readonly string[]): (text: string) => string {
  if (missing.length === 0) return (text) => text
  const absent = new Set(missing)
  return (text) =>
    Array.from(text, (character) =>
      absent.has(character) ? codePointMark(character) : character,
    ).join('')
}
