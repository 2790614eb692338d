import type { LocalDate } from '../shared/ids.ts'

/** Numbers of one day that nobody else is given. */
export type ReservedRange = {
  readonly rangeId: string
  readonly day: LocalDate
  /** `513200-20260302-` or `A`. */
  readonly prefix: string
  readonly digits: number
  readonly first: number
  readonly last: number
}

/** Receipts: what three windows take in an hour without a server; the rest of a day is one more range. 待业主确认 */
export const RECEIPTS_A_RANGE = 20
export const TICKETS_A_RANGE = 50
/** Serials of tickets from here on belong to kiosks without a server: A801–A850. The hall's own never come so far. */
export const FIRST_OFFLINE_TICKET = 801
export const LAST_OFFLINE_TICKET = 1_000
export const MOST_RECEIPTS = 999_999

export function numberIn({ prefix, digits }: ReservedRange, serial: number): string {
  return `${prefix}${String(serial).padStart(digits, '0')}`
}

export function numbersOf(range: ReservedRange): readonly string[] {
  return Array.from({ length: range.last - range.first + 1 }, (_, index) =>
    numberIn(range, range.first + index),
  )
}

/** Undefined where the number is none of this range, however it is written. */
export function serialIn(range: ReservedRange, number: string): number | undefined {
  if (!number.startsWith(range.prefix)) return undefined
  const serial = Number(number.slice(range.prefix.length))
  const isInside = Number.isInteger(serial) && serial >= range.first && serial <= range.last
  return isInside && numberIn(range, serial) === number ? serial : undefined
}

export type FreeNumber = { readonly rangeId: string; readonly number: string }

/** The next number of that day that this device has not used: ranges in the order of their numbers, no number skipped. */
export function nextNumber(
  ranges: readonly ReservedRange[],
  day: LocalDate,
  used: ReadonlySet<string>,
): FreeNumber | undefined {
  const ofDay = ranges.filter((range) => range.day === day).toSorted((a, b) => a.first - b.first)
  for (const range of ofDay) {
    const number = numbersOf(range).find((one) => !used.has(one))
    if (number !== undefined) return { rangeId: range.rangeId, number }
  }
  return undefined
}

export type RangeState = 'open' | 'day-over' | 'returned'

export function stateOfRange(
  { day }: Pick<ReservedRange, 'day'>,
  returned: boolean,
  today: LocalDate,
): RangeState {
  if (returned) return 'returned'
  return day < today ? 'day-over' : 'open'
}

/** Domain rules §8: a voided number stays visible. A paper of that day that comes late still finds its number. */
export function voidedOf(
  range: ReservedRange,
  state: RangeState,
  used: ReadonlySet<string>,
): readonly string[] {
  return state === 'open' ? [] : numbersOf(range).filter((number) => !used.has(number))
}
