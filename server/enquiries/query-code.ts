import { createHash, timingSafeEqual } from 'node:crypto'

/** Six digits that go with an enquiry's number; the same for the same question sent again. Not the number's secret alone: wrong codes lock. */
export function queryCodeOf(enquiryId: string): string {
  const digest = createHash('sha256').update(`enquiry-code:${enquiryId}`).digest()
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}

export function codeHash(enquiryId: string, code: string): string {
  return createHash('sha256').update(`${enquiryId}:${code}`).digest('hex')
}

export function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
