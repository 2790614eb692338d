import type { Contour } from './fill-contours.ts'

/** a b c d e f of SVG's matrix(). */
export type Matrix = readonly [number, number, number, number, number, number]

/** Pieces that a curve is cut into: enough for the largest digits of a ticket. */
const PIECES = 8
const STEP = /([MLHVQCZ])([^A-Za-z]*)/g
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 }

type Pen = { x: number; y: number; readonly contours: number[][]; readonly matrix: Matrix }

/** The contours of an SVG path (M L H V Q C Z, absolute as the typesetter writes them), moved by the matrix. */
export function contoursOf(path: string, matrix: Matrix): Contour[] {
  const foreign = /[^MLHVQCZe\d\s.,+-]/.exec(path)
  if (foreign) throw new Error(`the path says ${foreign[0]}`)
  const pen: Pen = { x: 0, y: 0, contours: [], matrix }
  for (const [, letter = '', list = ''] of path.matchAll(STEP)) {
    const numbers = (list.match(NUMBER) ?? []).map(Number)
    const takes = TAKES[letter] ?? 0
    for (let at = 0; at === 0 || at < numbers.length; at += Math.max(takes, 1))
      // What follows a move without a letter of its own is a line.
      step(pen, letter === 'M' && at > 0 ? 'L' : letter, numbers.slice(at, at + takes))
  }
  return pen.contours.filter((contour) => contour.length >= 4)
}

function step(pen: Pen, letter: string, given: readonly number[]): void {
  const [a = 0, b = 0] = given
  const current = pen.contours.at(-1)
  if (letter === 'M') {
    pen.contours.push([])
    to(pen, a, b)
  } else if (letter === 'L') to(pen, a, b)
  else if (letter === 'H') to(pen, a, pen.y)
  else if (letter === 'V') to(pen, pen.x, a)
  // A stroke goes round to where it began.
  else if (letter === 'Z') current?.push(current[0] ?? 0, current[1] ?? 0)
  else {
    const from = [pen.x, pen.y]
    for (let piece = 1; piece <= PIECES; piece += 1)
      to(pen, ...bezier([...from, ...given], piece / PIECES))
  }
}

function to(pen: Pen, x: number, y: number): void {
  Object.assign(pen, { x, y })
  pen.contours.at(-1)?.push(...moved(pen.matrix, x, y))
}

/** A line of some width as contours: one rectangle a segment, square at the ends. */
export function strokeContours(contours: readonly Contour[], width: number): Contour[] {
  return contours.flatMap((contour) => {
    const pieces: Contour[] = []
    for (let at = 0; at + 3 < contour.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = contour.slice(at, at + 4)
      const length = Math.hypot(x1 - x0, y1 - y0)
      if (length === 0) continue
      const dx = ((x1 - x0) / length) * (width / 2)
      const dy = ((y1 - y0) / length) * (width / 2)
      pieces.push([x0 - dy, y0 + dx, x1 - dy, y1 + dx, x1 + dy, y1 - dx, x0 + dy, y0 - dx])
    }
    return pieces
  })
}

export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** First `inner`, then `outer`. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [x0, y0] = moved(outer, e, f)
  const [A, B, C, D] = outer
  return [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, x0, y0]
}

function bezier(points: readonly number[], t: number): [number, number] {
  let line = [...points]
  while (line.length > 2)
    line = line.slice(0, -2).map((value, at) => value + ((line[at + 2] ?? value) - value) * t)
  return [line[0] ?? 0, line[1] ?? 0]
}
