export type RibbonFlagKind = 'start' | 'today' | 'ended' | 'committed' | 'statutory'
export type RibbonFlag = {
  readonly kind: RibbonFlagKind
  readonly column: number
  /** 承诺 4月2日 · 还剩 7 */
  readonly text: string
}
export type PlacedFlag = RibbonFlag & {
  /** The words run to the left or to the right of the pole. */
  readonly side: 'left' | 'right'
  /** 0 is the row next to the cells, 1 the row above it … */
  readonly level: number
}

const PADDING = 18

/** Rough width of a label in pixels: Chinese characters are a full em wide, the rest a little over half. */
export function labelWidth(text: string, fontSize: number): number {
  const ems = Array.from(text).reduce(
    (sum, one) => sum + (one.charCodeAt(0) > 0x2e80 ? 1 : 0.56),
    0,
  )
  return ems * fontSize + PADDING
}

/** Gives every flag a side and a row so that no two labels overlap and none leaves the ribbon. */
export function placeFlags(
  flags: readonly RibbonFlag[],
  cellWidth: number,
  columns: number,
  fontSize: number,
): readonly PlacedFlag[] {
  const taken: { level: number; from: number; to: number }[] = []
  return flags.map((flag) => {
    const width = labelWidth(flag.text, fontSize)
    const placed = firstFree(flag, width, cellWidth, columns, taken)
    taken.push({ level: placed.level, ...spanOf(flag, placed.side, width, cellWidth) })
    return placed
  })
}

function firstFree(
  flag: RibbonFlag,
  width: number,
  cellWidth: number,
  columns: number,
  taken: readonly { level: number; from: number; to: number }[],
): PlacedFlag {
  const sides = flag.kind === 'start' ? (['right', 'left'] as const) : (['left', 'right'] as const)
  for (let level = 0; level <= taken.length; level += 1)
    for (const side of sides) {
      const { from, to } = spanOf(flag, side, width, cellWidth)
      const inside = from >= 0 && to <= columns * cellWidth
      const free = taken.every((one) => one.level !== level || to <= one.from || from >= one.to)
      if (inside && free) return { ...flag, side, level }
    }
  // Wider than the ribbon itself: a row of its own, on the side with more room.
  const side = flag.column > columns / 2 ? 'left' : 'right'
  return { ...flag, side, level: taken.length }
}

function spanOf(
  flag: RibbonFlag,
  side: 'left' | 'right',
  width: number,
  cellWidth: number,
): { from: number; to: number } {
  const pole = flag.kind === 'start' ? (flag.column - 1) * cellWidth : flag.column * cellWidth
  return side === 'left' ? { from: pole - width, to: pole } : { from: pole, to: pole + width }
}
