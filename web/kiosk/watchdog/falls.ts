const KEY = 'yichuang.kiosk.falls'
/** Milliseconds: falls further apart than this have nothing to do with each other. */
const TOGETHER = 600_000

/** Notes that the page fell now; how often it did in the last ten minutes. */
export function countFall(shelf: Pick<Storage, 'getItem' | 'setItem'>, now: number): number {
  const before = (shelf.getItem(KEY) ?? '').split(',').map(Number)
  const falls = [...before.filter((at) => at > 0 && now - at < TOGETHER), now]
  shelf.setItem(KEY, falls.slice(-20).join(','))
  return falls.length
}
