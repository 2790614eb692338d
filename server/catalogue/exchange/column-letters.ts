/** A → 0, Z → 25, AA → 26. */
export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + (letter.codePointAt(0) ?? 65) - 64
  return number - 1
}

/** 0 → A */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  const last = String.fromCodePoint(65 + (column % 26))
  return rest === 0 ? last : `${columnLetters(rest - 1)}${last}`
}
