/** The lowest number that nobody's result lies under; how many boxes there are the locker itself says. */
export function freeBox(used: readonly number[]): number {
  let box = 1
  while (used.includes(box)) box += 1
  return box
}
