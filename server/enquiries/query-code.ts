import { createHash } from 'node:crypto'

/** Six digits that go with an enquiry's number; the same for the same question sent again. Not the number's secret alone: wrong codes lock. */
export function queryCodeOf(enquiryId: string): string {
  const digest = createHash('sha256').update(`enquiry-code:${enquiryId}`).digest()
  return String(digest.readUInt32BE(0) % 1_000_000).padStart(6, '0')
}
