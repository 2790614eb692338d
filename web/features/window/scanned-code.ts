/** An application number, whatever stands around it on the slip. */
const NUMBER = /\d{6}-\d{8}-\d{6}/
/** The code of a slip from home: twelve letters and digits, often grouped. */
const SLIP = /^[0-9A-Z]{4}-?[0-9A-Z]{4}-?[0-9A-Z]{4}$/

export type ScannedCode =
  | { readonly kind: 'application'; readonly number: string }
  | { readonly kind: 'slip'; readonly code: string }
  | { readonly kind: 'words'; readonly words: string }

/** What the scan gun of the workstation brought to the window. */
export function scannedCode(text: string): ScannedCode | null {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return null
  const number = NUMBER.exec(plain)?.[0]
  if (number !== undefined) return { kind: 'application', number }
  const upper = plain.toUpperCase()
  return SLIP.test(upper) && /\d/.test(upper)
    ? { kind: 'slip', code: upper }
    : { kind: 'words', words: plain }
}
