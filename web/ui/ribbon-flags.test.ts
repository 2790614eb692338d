import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelWidth, placeFlags, type PlacedFlag } from './ribbon-flags.ts'

const FLAGS = [
  { kind: 'today', text: '今天 3月24日' },
  { kind: 'committed', text: '承诺 4月2日 · 还剩 7' },
  { kind: 'statutory', text: '法定 4月10日 · 还剩 12' },
  { kind: 'start', text: '受理 3月3日' },
] as const
const at = (columns: readonly [number, number, number, number]) =>
  FLAGS.map((flag, index) => ({ ...flag, column: columns[index] ?? 1 }))

function span({ kind, column, side, text }: PlacedFlag, cell: number): [number, number] {
  const pole = (kind === 'start' ? column - 1 : column) * cell
  return side === 'left' ? [pole - labelWidth(text, 13), pole] : [pole, pole + labelWidth(text, 13)]
}

describe('the flags of the ribbon', () => {
  test('stand in one row where there is room', () => {
    expect(placeFlags(at([22, 31, 39, 1]), 32, 39, 13).map(({ level }) => level)).toEqual([
      0, 0, 0, 0,
    ])
  })
  test('take a second row where the limit is tomorrow', () => {
    expect(placeFlags(at([37, 38, 39, 1]), 32, 39, 13).some(({ level }) => level > 0)).toBe(true)
  })
  test('never overlap and never leave a ribbon wide enough for the longest, from 5 days to 120', () => {
    const day = fc.integer({ min: 1, max: 120 })
    fc.assert(
      fc.property(fc.tuple(day, day, day), fc.integer({ min: 5, max: 120 }), (days, columns) => {
        const cell = Math.max(340 / columns, 7)
        const [a, b, c] = days.map((one) => 1 + (one % columns)) as [number, number, number]
        const placed = placeFlags(at([a, b, c, 1]), cell, columns, 13)
        for (const one of placed)
          for (const other of placed.filter((two) => two !== one && two.level === one.level)) {
            const [from, to] = span(one, cell)
            const [otherFrom, otherTo] = span(other, cell)
            expect(to <= otherFrom || from >= otherTo).toBe(true)
          }
      }),
    )
  })
})
