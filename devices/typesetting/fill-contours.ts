import type { GrayPicture } from './gray-picture.ts'

/** x and y by turns, in pixels; closed by itself. */
export type Contour = readonly number[]
export type FillRule = 'nonzero' | 'evenodd'

/** Lines looked at within one row of pixels. */
const SUB_ROWS = 4

type Crossing = { readonly x: number; readonly turn: 1 | -1 }

/** Paints what the contours enclose in one level of gray, edges by how much of a pixel they cover. */
export function fillContours(
  picture: GrayPicture,
  contours: readonly Contour[],
  level: number,
  rule: FillRule = 'nonzero',
): void {
  const { top, bottom } = rowsOf(contours, picture.height)
  const coverage = new Float32Array(picture.width)
  for (let row = top; row < bottom; row += 1) {
    coverage.fill(0)
    for (let sub = 0; sub < SUB_ROWS; sub += 1) {
      const y = row + (sub + 0.5) / SUB_ROWS
      cover(coverage, crossingsAt(contours, y), rule)
    }
    mix(picture, row, coverage, level)
  }
}

function rowsOf(contours: readonly Contour[], height: number) {
  let top = height
  let bottom = 0
  for (const contour of contours)
    for (let at = 1; at < contour.length; at += 2) {
      const y = contour[at] ?? 0
      top = Math.min(top, Math.floor(y))
      bottom = Math.max(bottom, Math.ceil(y))
    }
  return { top: Math.max(top, 0), bottom: Math.min(bottom, height) }
}

function crossingsAt(contours: readonly Contour[], y: number): Crossing[] {
  const crossings: Crossing[] = []
  for (const contour of contours) {
    const { length } = contour
    for (let at = 0; at < length; at += 2) {
      const x0 = contour[at] ?? 0
      const y0 = contour[at + 1] ?? 0
      const x1 = contour[(at + 2) % length] ?? 0
      const y1 = contour[(at + 3) % length] ?? 0
      if (y0 <= y === y1 <= y) continue
      crossings.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn: y0 < y1 ? 1 : -1 })
    }
  }
  return crossings.toSorted((a, b) => a.x - b.x)
}

function cover(coverage: Float32Array, crossings: readonly Crossing[], rule: FillRule): void {
  let winding = 0
  let from = 0
  for (const { x, turn } of crossings) {
    const wasInside = rule === 'nonzero' ? winding !== 0 : winding % 2 !== 0
    winding += turn
    const isInside = rule === 'nonzero' ? winding !== 0 : winding % 2 !== 0
    if (!wasInside && isInside) from = x
    if (wasInside && !isInside) span(coverage, from, x)
  }
}

function span(coverage: Float32Array, from: number, to: number): void {
  const left = Math.max(from, 0)
  const right = Math.min(to, coverage.length)
  for (let at = Math.floor(left); at < right; at += 1)
    coverage[at] =
      (coverage[at] ?? 0) + (Math.min(at + 1, right) - Math.max(at, left)) / SUB_ROWS
}

function mix({ width, pixels }: GrayPicture, row: number, coverage: Float32Array, level: number) {
  for (let x = 0; x < width; x += 1) {
    const part = Math.min(coverage[x] ?? 0, 1)
    if (part === 0) continue
    const at = row * width + x
    const before = pixels[at] ?? 255
    pixels[at] = Math.round(before + (level - before) * part)
  }
}
