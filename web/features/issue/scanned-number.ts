/** A query code's address or an application number, whatever the scan gun put around it. */
const NUMBER = /\d{6}-\d{8}-\d{6}/

export type Scanned =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'words'; readonly words: string }

/** What a scan gun or a person typed: a whole application number, or words to search by (a number's tail, a name). */
export function scannedNumber(typed: string): Scanned | null {
  // Some guns type full-width digits while a Chinese input method is on.
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  const number = NUMBER.exec(text)?.[0]
  return number === undefined ? { kind: 'words', words: text } : { kind: 'number', number }
}
