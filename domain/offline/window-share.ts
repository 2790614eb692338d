/**
 * Without a server no window hears of another's calls. So each calls only the numbers that are its own: the windows of the
 * queue in their order, one number each in turn. No number belongs to two windows, and none to nobody.
 */
export function windowOfTicket(serial: number, windows: readonly number[]): number | undefined {
  return windows.toSorted((a, b) => a - b)[(serial - 1) % windows.length]
}

/** The next serial after `last` that is this window's own; undefined: the window does not serve the queue. */
export function nextOwnSerial(
  last: number,
  windowId: number,
  windows: readonly number[],
): number | undefined {
  if (!windows.includes(windowId)) return undefined
  let serial = last + 1
  while (windowOfTicket(serial, windows) !== windowId) serial += 1
  return serial
}
