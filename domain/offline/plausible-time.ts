import type { Instant, LocalDate } from '../shared/ids.ts'
import { localDateOf } from '../shared/local-date.ts'

/** A clock may be this much out (milliseconds) before it is called wrong. */
export const CLOCK_TOLERANCE_MS = 2 * 60_000
/** Without a reserved number nothing tells when it began: so long, in days, a line may be gone. */
const MOST_MS = 7 * 86_400_000

/** What an entry says of its time. Numbers are milliseconds since 1970. */
export type ClaimedTime = {
  readonly takenAt: Instant
  readonly takenMs: number
  /** By which the server was ahead of the device's clock when last heard; null: never heard. */
  readonly aheadMs: number | null
  /** The page that wrote it had itself heard the server: no clock that was set since could mislead it. */
  readonly steady: boolean
}

export type TimeOnMerging = {
  readonly serverMs: number
  /** The device's own clock as it sends. */
  readonly deviceMs: number
  /** Of the number on the paper; null: it had none. */
  readonly range: { readonly day: LocalDate; readonly issuedMs: number } | null
}

export type TimeFault = 'in-the-future' | 'before-its-number' | 'another-day' | 'clock-was-set'

export const TIME_FAULT_TEXT: Readonly<Record<TimeFault, string>> = {
  'in-the-future': '记录的时间晚于服务器时间，这台设备的时钟可能不准。',
  'before-its-number': '记录的时间早于编号预留的时间，这台设备的时钟可能不准。',
  'another-day': '记录的日期与编号的日期不同，这台设备的时钟可能不准。',
  'clock-was-set': '断网期间这台设备的时钟被改动过，记录的时间无法核对。',
}

/** Null: the real time stands as the device wrote it. Clocks of the law start there, so a doubt is for a person. */
export function faultOfTime(
  { takenAt, takenMs, aheadMs, steady }: ClaimedTime,
  { serverMs, deviceMs, range }: TimeOnMerging,
): TimeFault | null {
  if (takenMs > serverMs + CLOCK_TOLERANCE_MS) return 'in-the-future'
  const earliest = range === null ? serverMs - MOST_MS : range.issuedMs
  if (takenMs < earliest - CLOCK_TOLERANCE_MS) return 'before-its-number'
  if (range !== null && localDateOf(takenAt) !== range.day) return 'another-day'
  const isSame = Math.abs(serverMs - deviceMs - (aheadMs ?? 0)) <= CLOCK_TOLERANCE_MS
  return steady || isSame ? null : 'clock-was-set'
}
