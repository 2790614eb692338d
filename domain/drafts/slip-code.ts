/** Thirty-two characters without look-alikes. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** The first five characters find the draft, the other seven prove that the slip is in hand: 35 bits, five tries. */
const LOCATOR = 5
const LENGTH = 12

/** Before the code of a bundle (一件事); no single item's code has it: it is none of the alphabet. */
const OF_A_BUNDLE = '1'

export type SlipCode = { readonly locator: string; readonly secret: string }

/** However it was typed: spaces, hyphens and small letters are all one. Undefined: no slip has such a code. */
export function slipCodeOf(text: string): SlipCode | undefined {
  const plain = text.toUpperCase().replaceAll(/[\s\-—·.]/g, '')
  if (plain.length !== LENGTH) return undefined
  if (!Array.from(plain).every((character) => CODE_ALPHABET.includes(character))) return undefined
  return { locator: plain.slice(0, LOCATOR), secret: plain.slice(LOCATOR) }
}

/** The same for a bundle: a 1 before the twelve. */
export function bundleSlipCodeOf(text: string): SlipCode | undefined {
  const plain = text.trim()
  return plain.startsWith(OF_A_BUNDLE) ? slipCodeOf(plain.slice(1)) : undefined
}

/** Twelve values below 32 as the code on a bundle's slip: `1-K7Q2-M9XW-PART`. */
export function bundleSlipCodeFrom(values: readonly number[]): string {
  return `${OF_A_BUNDLE}-${slipCodeFrom(values)}`
}

/** Twelve values below 32 as the code on the slip: `K7Q2-M9XW-PART`. */
export function slipCodeFrom(values: readonly number[]): string {
  return values
    .slice(0, LENGTH)
    .map((value) => CODE_ALPHABET[value % CODE_ALPHABET.length] ?? '2')
    .join('')
    .replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')
}
