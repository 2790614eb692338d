/**
 * Minutes until somebody who comes now is served, by the queue's average: everybody ahead, spread over the windows that serve
 * the queue. Whole minutes, rounded up.
 */
export function estimatedMinutes(ahead: number, averageMinutes: number, windows: number): number {
  return Math.ceil((ahead * averageMinutes) / Math.max(1, windows))
}

/**
 * No more tickets when those who wait fill the minutes left today (domain brief §8.3); everybody who holds one is served all
 * the same.
 */
export function isStopped(
  waiting: number,
  averageMinutes: number,
  windows: number,
  minutesLeft: number,
): boolean {
  return (waiting * averageMinutes) / Math.max(1, windows) > minutesLeft
}
