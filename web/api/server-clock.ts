// A hall computer's own clock may be wrong by hours: the time of day shown is the server's, taken
// from the Date header of its last answer.
let aheadMilliseconds = 0
let isKnown = false
const watchers = new Set<() => void>()
/** Milliseconds that the header's whole seconds and the line's delay may make. */
const JITTER = 2_000

export function noteServerDate(header: string | null): void {
  if (header === null) return
  const server = Date.parse(header)
  if (Number.isNaN(server)) return
  const ahead = server - Date.now()
  const isNews = !isKnown || Math.abs(ahead - aheadMilliseconds) > JITTER
  aheadMilliseconds = ahead
  isKnown = true
  if (isNews) for (const tell of watchers) tell()
}

/** False until the server has answered once: till then there is only the device's own clock. */
export function isServerTimeKnown(): boolean {
  return isKnown
}

/** Told when the server's clock is first known, and when the device's own was set. Answers how to stop. */
export function watchServerClock(tell: () => void): () => void {
  watchers.add(tell)
  return () => void watchers.delete(tell)
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
