import { hash } from 'node:crypto'

/** SM3 of UTF-8 text, 64 hex digits, in one call: for those who hash millions of short texts. */
export function sm3Quick(text: string): string {
  return hash('sm3', text, 'hex')
}
