import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { hex, reckonSha256, sha256 } from './sha256.ts'

const LENGTHS = [0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000, 70_001]

test.each(LENGTHS)(
  'the digest of %i bytes is the one that every other program reckons',
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256)
    const expected = createHash('sha256').update(bytes).digest('hex')
    expect(hex(reckonSha256(bytes))).toBe(expected)
  },
)

test('the browser’s own gives the same', async () => {
  const bytes = new TextEncoder().encode('申请材料')
  expect(hex(await sha256(bytes))).toBe(hex(reckonSha256(bytes)))
})
