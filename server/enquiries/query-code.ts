import { randomInt } from 'node:crypto'

/** Six digits that open an enquiry beside its number: random, kept as a hash alone, shown once. Wrong ones lock. */
export function newQueryCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}
