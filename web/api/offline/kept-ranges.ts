import type { OfflineRange } from '../../../contract/offline.ts'
import {
  type FreeNumber,
  nextNumber,
  numbersOf,
  type ReservedRange,
} from '../../../domain/offline/reserved-range.ts'
import type { LocalDate } from '../../../domain/shared/ids.ts'
import { holdProofKey } from './journal-cipher.ts'
import { readAll, writing, written } from './offline-database.ts'

/** A range as this device holds it: its secret proves, and cannot be read. */
export type KeptRange = ReservedRange & {
  readonly kind: OfflineRange['kind']
  readonly proofKey: CryptoKey
}
type UsedNumber = { readonly number: string; readonly day: string }

/** With fewer left a new range is asked for in good time. */
const FEW_LEFT = 5

/** All of this kind that the server lends to this machine: what it has taken back is used no more. */
export async function keepRanges(
  db: IDBDatabase,
  kind: OfflineRange['kind'],
  ranges: readonly OfflineRange[],
  today: string,
): Promise<void> {
  const before = await readAll<KeptRange>(db, 'ranges')
  const rows = await Promise.all(
    ranges.map(async ({ secret, ...range }) => ({
      ...range,
      proofKey: await holdProofKey(secret),
    })),
  )
  const used = await readAll<UsedNumber>(db, 'used')
  const transaction = writing(db, ['ranges', 'used'])
  for (const row of rows) transaction.objectStore('ranges').put(row)
  const held = new Set(ranges.map(({ rangeId }) => rangeId))
  for (const range of before)
    if (range.day < today || (range.kind === kind && !held.has(range.rangeId)))
      transaction.objectStore('ranges').delete(range.rangeId)
  for (const { number, day } of used)
    if (day < today) transaction.objectStore('used').delete([day, number])
  await written(transaction)
}

export async function keptRanges(
  db: IDBDatabase,
  kind: OfflineRange['kind'],
): Promise<readonly KeptRange[]> {
  return (await readAll<KeptRange>(db, 'ranges')).filter((range) => range.kind === kind)
}

export async function usedNumbers(db: IDBDatabase, day: string): Promise<ReadonlySet<string>> {
  const used = await readAll<UsedNumber>(db, 'used')
  return new Set(used.filter((one) => one.day === day).map(({ number }) => number))
}

/** The next number of that day with the range that proves it; undefined: none is left. */
export async function freeNumber(
  db: IDBDatabase,
  kind: OfflineRange['kind'],
  day: string,
  prefix?: string,
): Promise<(FreeNumber & { readonly proofKey: CryptoKey }) | undefined> {
  const ranges = (await keptRanges(db, kind)).filter(
    (range) => prefix === undefined || range.prefix === prefix,
  )
  const free = nextNumber(ranges, day as LocalDate, await usedNumbers(db, day))
  const range = ranges.find(({ rangeId }) => rangeId === free?.rangeId)
  return free && range && { ...free, proofKey: range.proofKey }
}

/** Ranges that are nearly used up: the server adds another for each. */
export async function spentRanges(
  db: IDBDatabase,
  kind: OfflineRange['kind'],
): Promise<readonly string[]> {
  const used = await readAll<UsedNumber>(db, 'used')
  const left = (range: KeptRange) => {
    const ofDay = new Set(used.filter(({ day }) => day === range.day).map(({ number }) => number))
    return numbersOf(range).filter((number) => !ofDay.has(number)).length
  }
  return (await keptRanges(db, kind))
    .filter((range) => left(range) < FEW_LEFT)
    .map(({ rangeId }) => rangeId)
}
