/** Seconds from 1970 to 2000, where PostgreSQL counts from, in milliseconds. */
const POSTGRES_EPOCH_MS = 946_684_800_000
const DAY_MS = 86_400_000
const YEAR_10000_MS = 253_402_300_800_000
const UUID_DASHES_AFTER: readonly number[] = [3, 5, 7, 9]

/** Two hexadecimal digits of every byte. */
const HEX = Buffer.from(
  Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0')).join(''),
)

export function writeHex(
  from: Buffer,
  start: number,
  size: number,
  to: Buffer,
  at: number,
): number {
  let place = at
  for (let index = start; index < start + size; index += 1) {
    const digits = (from[index] ?? 0) * 2
    to[place] = HEX[digits] ?? 0
    to[place + 1] = HEX[digits + 1] ?? 0
    place += 2
  }
  return place
}

/** 36 characters. */
export function writeUuid(from: Buffer, start: number, to: Buffer, at: number): number {
  let place = at
  for (let index = 0; index < 16; index += 1) {
    place = writeHex(from, start + index, 1, to, place)
    if (UUID_DASHES_AFTER.includes(index)) {
      to[place] = 0x2d
      place += 1
    }
  }
  return place
}

/** A whole number that is not negative. */
export function writeDigits(value: number, to: Buffer, at: number): number {
  let size = 1
  for (let rest = value; rest > 9; rest = Math.floor(rest / 10)) size += 1
  let rest = value
  for (let place = at + size - 1; place >= at; place -= 1) {
    to[place] = 0x30 + (rest % 10)
    rest = Math.floor(rest / 10)
  }
  return at + size
}

/** `2026-03-02T02:00:00.000Z` of a timestamptz, the day's eleven characters kept from the last one. */
export function instantWriter() {
  let knownDay = Number.NaN
  const dayText = Buffer.alloc(11)

  /** Where the text ends; -1 when the moment has no such text (infinity, a year of five digits). */
  return function writeInstant(from: Buffer, start: number, to: Buffer, at: number): number {
    const ms = millisecondsOf(from, start)
    if (!(ms >= 0 && ms < YEAR_10000_MS)) return -1
    const day = Math.floor(ms / DAY_MS)
    if (day !== knownDay) {
      dayText.write(new Date(day * DAY_MS).toISOString(), 0, 11, 'latin1')
      knownDay = day
    }
    for (let index = 0; index < 11; index += 1) to[at + index] = dayText[index] ?? 0
    const rest = ms - day * DAY_MS
    const seconds = Math.floor(rest / 1000)
    const minutes = Math.floor(seconds / 60)
    writePair(Math.floor(minutes / 60), to, at + 11)
    to[at + 13] = 0x3a
    writePair(minutes % 60, to, at + 14)
    to[at + 16] = 0x3a
    writePair(seconds % 60, to, at + 17)
    to[at + 19] = 0x2e
    const fraction = rest % 1000
    to[at + 20] = 0x30 + Math.floor(fraction / 100)
    writePair(fraction % 100, to, at + 21)
    to[at + 23] = 0x5a
    return at + 24
  }
}

/** Since 1970; what is shorter than a millisecond is cut off. */
export function millisecondsOf(bytes: Buffer, start: number): number {
  const microseconds = bytes.readInt32BE(start) * 2 ** 32 + bytes.readUInt32BE(start + 4)
  return Math.floor(microseconds / 1000) + POSTGRES_EPOCH_MS
}

/** True when these bytes are this text, which is plain ASCII. */
export function isAscii(text: string, bytes: Buffer, start: number, end: number): boolean {
  if (text.length !== end - start) return false
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) !== bytes[start + index]) return false
  }
  return true
}

export function isSameBytes(
  a: Buffer,
  aStart: number,
  b: Buffer,
  bStart: number,
  size: number,
): boolean {
  for (let index = 0; index < size; index += 1) {
    if (a[aStart + index] !== b[bStart + index]) return false
  }
  return true
}

function writePair(value: number, to: Buffer, at: number): void {
  to[at] = 0x30 + Math.floor(value / 10)
  to[at + 1] = 0x30 + (value % 10)
}
