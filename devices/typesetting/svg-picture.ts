import { fillContours } from './fill-contours.ts'
import { whitePaper, type GrayPicture } from './gray-picture.ts'
import { combined, contoursOf, strokeContours, type Matrix } from './path-contours.ts'

const TAG = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g
const SYMBOL = /<symbol id="([^"]+)"[^>]*>\s*<path ([^>]*)\/>\s*<\/symbol>/g
const AS_IT_IS: Matrix = [1, 0, 0, 1, 0, 0]

type Attributes = Readonly<Record<string, string | undefined>>
type Picture = { readonly paper: GrayPicture; readonly glyphs: ReadonlyMap<string, string> }

/** An SVG as the typesetter writes it (groups, glyphs, filled and stroked paths) as pixels, so many to a point. */
export function svgPicture(svg: string, pixelsPerPoint: number): GrayPicture {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)
  const [width, height] = [Number(box?.[1]), Number(box?.[2])].map((points) =>
    Math.round(points * pixelsPerPoint),
  )
  if (!width || !height) throw new Error('the SVG has no viewBox')
  const glyphs = new Map<string, string>()
  for (const [, id = '', attributes = ''] of svg.matchAll(SYMBOL))
    glyphs.set(id, attributesOf(attributes)['d'] ?? '')
  const picture = { paper: whitePaper(width, height), glyphs }
  const body = svg.replaceAll(/<(defs|style)\b[^>]*>[\s\S]*?<\/\1>/g, '')
  const open: Matrix[] = []
  let now: Matrix = [pixelsPerPoint, 0, 0, pixelsPerPoint, 0, 0]
  for (const [, closes, name = '', given = '', alone] of body.matchAll(TAG)) {
    if (closes) {
      now = open.pop() ?? now
      continue
    }
    const attributes = attributesOf(given)
    const here = combined(now, matrixOf(attributes['transform'] ?? ''))
    draw(picture, name, attributes, here)
    if (!alone) {
      open.push(now)
      now = here
    }
  }
  return picture.paper
}

function draw({ paper, glyphs }: Picture, name: string, attributes: Attributes, matrix: Matrix) {
  const rule = attributes['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero'
  if (name === 'use') {
    const id = (attributes['xlink:href'] ?? attributes['href'] ?? '').slice(1)
    const at: Matrix = [1, 0, 0, 1, Number(attributes['x'] ?? 0), Number(attributes['y'] ?? 0)]
    const contours = contoursOf(glyphs.get(id) ?? '', combined(matrix, at))
    fillContours(paper, contours, levelOf(attributes['fill'] ?? '#000000'), rule)
  }
  if (name !== 'path') return
  const contours = contoursOf(attributes['d'] ?? '', matrix)
  const fill = attributes['fill'] ?? '#000000'
  if (fill !== 'none') fillContours(paper, contours, levelOf(fill), rule)
  const stroke = attributes['stroke'] ?? 'none'
  if (stroke === 'none') return
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
  const wide = Math.max(Number(attributes['stroke-width'] ?? 1) * scale, 1)
  fillContours(paper, strokeContours(contours, wide), levelOf(stroke))
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
    matrix = combined(matrix, oneMatrix(name, numbers))
  }
  return matrix
}

function oneMatrix(name: string, [a = 0, b, c = 0, d = 0, e = 0, f = 0]: number[]): Matrix {
  if (name === 'translate') return [1, 0, 0, 1, a, b ?? 0]
  if (name === 'scale') return [a, 0, 0, b ?? a, 0, 0]
  if (name === 'matrix') return [a, b ?? 0, c, d, e, f]
  if (name === 'rotate') {
    const angle = (a * Math.PI) / 180
    return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0]
  }
  throw new Error(`the SVG says ${name}`)
}
