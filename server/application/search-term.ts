import type { ServiceItem } from '../../domain/catalogue/service-item.ts'
import { folded, initialsToken, MOST_INITIALS, pairsOf } from './search-pairs.ts'

export type SearchTerm = {
  /** As names are compared. */
  readonly text: string
  readonly pairs: readonly string[]
  /** The end of a number, four characters or more; empty: it can be none. */
  readonly tail: string
  readonly hasLetters: boolean
  /** The token of pinyin initials that a name may begin with; null: the term is none. */
  readonly initials: string | null
  /** Items whose name holds the term, or whose initials do. */
  readonly itemIds: readonly string[]
}

const LEAST_TAIL = 4

/** Undefined: one character finds half of everything. */
export function searchTerm(q: string, items: readonly ServiceItem[]): SearchTerm | undefined {
  const text = folded(q)
  if (Array.from(text).length < 2) return undefined
  const letters = /^[a-z0-9]*[a-z][a-z0-9]*$/.test(text)
  return {
    text,
    pairs: pairsOf(text),
    tail: text.length >= LEAST_TAIL && /^[0-9-]*[0-9]{4}$/.test(text) ? text : '',
    hasLetters: /[a-z]/.test(text),
    initials: letters && text.length <= MOST_INITIALS ? initialsToken(text) : null,
    itemIds: items
      .filter(
        ({ name, pinyinInitials }) =>
          folded(name).includes(text) || (letters && pinyinInitials.includes(text)),
      )
      .map(({ itemId }) => itemId),
  }
}

/** What a scanner types: it names one application, or one applicant, and nothing else. */
export type ScannedCode =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'verify-code'; readonly code: string }
  | { readonly kind: 'identity'; readonly identities: readonly string[] }

/** A whole number with or without its hyphens, the address or the code under a paper's QR, an identity. */
export function scannedCode(q: string): ScannedCode | undefined {
  const text = q.trim().toUpperCase()
  const [, region = '', day = '', serial = ''] = /^(\d{6})-?(\d{8})-?(\d{6})$/.exec(text) ?? []
  if (region !== '') return { kind: 'number', number: `${region}-${day}-${serial}` }
  const code = (/\/VERIFY\/([^/?#]+)/.exec(text)?.[1] ?? text).replaceAll(/[\s-]/g, '')
  if (/^[2-9A-HJ-NP-Z]{16}$/.test(code)) return { kind: 'verify-code', code }
  if (/^(\d{17}[\dX]|[0-9A-Z]{18})$/.test(text))
    return { kind: 'identity', identities: [`id-card:${text}`, `credit-code:${text}`] }
  return undefined
}
