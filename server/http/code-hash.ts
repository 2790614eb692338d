import { createHash, timingSafeEqual } from 'node:crypto'

/** What is kept of a code that opens something: SHA-256 with the id of what it opens. */
export function codeHash(ownerId: string, code: string): Buffer {
  return createHash('sha256').update(`${ownerId}:${code}`).digest()
}

/** Compares without telling by its time how far they are alike. */
export function isSameHash(one: string | Buffer, other: string | Buffer): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
