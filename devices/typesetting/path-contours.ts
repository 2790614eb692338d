import type { Contour } from './fill-contours.ts'

/** a b c d e f of SVG's matrix(). */
export type Matrix = readonly [number, number, number, number, number, number]

/** Pieces that a curve is cut into: enough for the largest digits of a ticket. */
const PIECES = 8
const TOKEN = /[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g
const TAKES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, Z: 0 }

/** The contours of an SVG path (M L H V Q C Z, absolute as the typesetter writes them), moved by the matrix. */
export function contoursOf(path: string, matrix: Matrix): Contour[] {
  const tokens = path.match(TOKEN) ?? []
  const contours: number[][] = []
  let current: number[] = []
  let x = 0
  let y = 0
  const to = (nextX: number, nextY: number) => {
    x = nextX
    y = nextY
    current.push(...moved(matrix, x, y))
  }
  const curve = (points: readonly number[]) => {
    const [startX, startY] = [x, y]
    for (let piece = 1; piece <= PIECES; piece += 1)
      to(...bezier([startX, startY, ...points], piece / PIECES))
  }
  let command = ''
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? ''
    if (/[A-Za-z]/.test(token)) {
      command = token
      at += 1
    }
    const count = TAKES[command]
    if (count === undefined) throw new Error(`the path says ${command}`)
    const given = tokens.slice(at, at + count).map(Number)
    const [a = 0, b = 0] = given
    at += count
    if (command === 'M') {
      current = []
      contours.push(current)
      to(a, b)
      // What follows a move without a letter of its own is a line.
      command = 'L'
    } else if (command === 'L') to(a, b)
    else if (command === 'H') to(a, y)
    else if (command === 'V') to(x, a)
    else if (command === 'Z') command = ''
    else curve(given)
    if (command === '' && at < tokens.length && !/[A-Za-z]/.test(tokens[at] ?? ''))
      throw new Error('the path goes on after its end')
  }
  return contours.filter((contour) => contour.length >= 4)
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
    line = line
      .slice(0, -2)
      .map((value, at) => value + ((line[at + 2] ?? value) - value) * t)
  return [line[0] ?? 0, line[1] ?? 0]
}
