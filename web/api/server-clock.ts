// A hall computer's own clock may be wrong by hours: the time of day shown is the server's, taken
// from the Date header of its last answer.
let aheadMilliseconds = 0

export function noteServerDate(header: string | null): void {
  if (header === null) return
  const server = Date.parse(header)
  if (!Number.isNaN(server)) aheadMilliseconds = server - Date.now()
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + aheadMilliseconds
}

/** 10:42, in China, by the server's clock. */
export function serverTimeOfDay(): string {
  const chinaNow = new Date(Date.now() + aheadMilliseconds + 8 * 3_600_000)
  return chinaNow.toISOString().slice(11, 16)
}

/** 2026-03-09, in China, by the server's clock. */
export function serverToday(): string {
  return new Date(Date.now() + aheadMilliseconds + 8 * 3_600_000).toISOString().slice(0, 10)
}
