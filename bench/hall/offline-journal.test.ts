import { expect, test } from 'vitest'
import { OfflineIntake, type OfflineRange } from '../../contract/offline.ts'
import { journalOf } from './offline-journal.ts'

test('a journal uses up its ranges number by number, each entry as the contract wants it', () => {
  const entries = journalOf([rangeFrom(41), rangeFrom(81)], 30, '2026-03-02T01:30:00.000Z')
  expect(entries.map(({ reserved }) => reserved?.number.slice(-2))).toEqual([
    ...Array.from({ length: 20 }, (_, index) => String(41 + index)),
    ...Array.from({ length: 10 }, (_, index) => String(81 + index)),
  ])
  expect(entries.every((entry) => OfflineIntake.safeParse(entry).success)).toBe(true)
})

function rangeFrom(first: number): OfflineRange {
  return {
    rangeId: `018b0000-0000-7000-8000-0000000000${first}`,
    kind: 'receipt',
    day: '2026-03-02',
    prefix: '513200-20260302-',
    digits: 6,
    first,
    last: first + 19,
    secret: 'A'.repeat(43),
    issuedAt: '2026-03-02T01:00:00.000Z',
  }
}
