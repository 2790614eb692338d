/**
 * Without a server no window hears of another's calls. So each calls only the numbers that are its own: the open windows
 * of the queue in their order, one number each in turn. No number belongs to two windows, and none to nobody.
 */
export function windowOfTicket(serial: number, openWindows: readonly number[]): number | undefined {
  const windows = openWindows.toSorted((a, b) => a - b)
  return windows[(serial - 1) % windows.length]
}
