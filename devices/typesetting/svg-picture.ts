import { fillContours } from './fill-contours.ts'
import { whitePaper, type GrayPicture } from './gray-picture.ts'
import { combined, contoursOf, strokeContours, type Matrix } from './path-contours.ts'

const TAG = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g
const SYMBOL = /<symbol id="([^"]+)"[^>]*>\s*<path ([^>]*)\/>\s*<\/symbol>/g
const BLACK = '#000000'
const AS_IT_IS: Matrix = [1, 0, 0, 1, 0, 0]

type Attributes = Readonly<Record<string, string | undefined>>
type Picture = { readonly paper: GrayPicture; readonly glyphs: ReadonlyMap<string, string> }

/** An SVG as the typesetter writes it (groups, glyphs, filled and stroked paths) as pixels, so many to a point. */
export function svgPicture(svg: string, pixelsPerPoint: number): GrayPicture {
  const picture: Picture = { paper: paperOf(svg, pixelsPerPoint), glyphs: glyphsOf(svg) }
  const body = svg.replaceAll(/<(defs|style)\b[^>]*>[\s\S]*?<\/\1>/g, '')
  const open: Matrix[] = []
  let now: Matrix = [pixelsPerPoint, 0, 0, pixelsPerPoint, 0, 0]
  for (const tag of body.matchAll(TAG)) {
    const [, closes = '', name = '', given = '', alone = ''] = tag
    if (closes !== '') {
      now = open.pop() ?? now
      continue
    }
    const attributes = attributesOf(given)
    const here = combined(now, matrixOf(attributes['transform'] ?? ''))
    if (name === 'use') drawGlyph(picture, attributes, here)
    if (name === 'path') drawPath(picture, attributes, here)
    if (alone === '') {
      open.push(now)
      now = here
    }
  }
  return picture.paper
}

function paperOf(svg: string, pixelsPerPoint: number): GrayPicture {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  if (height === undefined) throw new Error('the SVG has no viewBox')
  const pixels = (points: string | undefined) => Math.round(Number(points) * pixelsPerPoint)
  return whitePaper(pixels(width), pixels(height))
}

function glyphsOf(svg: string): ReadonlyMap<string, string> {
  const symbols = [...svg.matchAll(SYMBOL)]
  return new Map(
    symbols.map(([, id = '', attributes = '']) => [id, attributesOf(attributes)['d'] ?? '']),
  )
}

function drawGlyph({ paper, glyphs }: Picture, attributes: Attributes, matrix: Matrix): void {
  const { x = '0', y = '0', fill = BLACK } = attributes
  const id = (attributes['xlink:href'] ?? '').slice(1)
  const at: Matrix = [1, 0, 0, 1, Number(x), Number(y)]
  fillContours(paper, contoursOf(glyphs.get(id) ?? '', combined(matrix, at)), levelOf(fill))
}

function drawPath({ paper }: Picture, attributes: Attributes, matrix: Matrix): void {
  const { d = '', fill = BLACK, stroke = 'none' } = attributes
  const contours = contoursOf(d, matrix)
  const rule = attributes['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero'
  if (fill !== 'none') fillContours(paper, contours, levelOf(fill), rule)
  if (stroke === 'none') return
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  const width = Math.max(Number(attributes['stroke-width'] ?? 1) * scale, 1)
  fillContours(paper, strokeContours(contours, width), levelOf(stroke))
}

function attributesOf(text: string): Attributes {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** Brightness of `#rgb` or `#rrggbb`, as the eye weighs the three. */
function levelOf(colour: string): number {
  const hex = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour)?.[1]
  if (hex === undefined) return 0
  const full = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex
  const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16))
  return Math.round(0.299 * (red ?? 0) + 0.587 * (green ?? 0) + 0.114 * (blue ?? 0))
}

function matrixOf(transform: string): Matrix {
  let matrix = AS_IT_IS
  for (const [, name = '', list = ''] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const numbers = list.split(/[\s,]+/).map(Number)
    const move = MATRICES[name]
    if (move === undefined) throw new Error(`the SVG says ${name}`)
    matrix = combined(matrix, move(numbers))
  }
  return matrix
}

const MATRICES: Readonly<Record<string, (numbers: readonly number[]) => Matrix>> = {
  translate: ([x = 0, y = 0]) => [1, 0, 0, 1, x, y],
  scale: ([x = 1, y = x]) => [x, 0, 0, y, 0, 0],
  matrix: ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => [a, b, c, d, e, f],
  rotate: ([degrees = 0]) => {
    const angle = (degrees * Math.PI) / 180
    return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]
  },
}
