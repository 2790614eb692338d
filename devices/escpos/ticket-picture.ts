import { createRequire } from 'node:module'
import type * as QrCode from 'qrcode'
import type { TicketPaper } from '../../contract/device-kinds.ts'
import { stacked, whitePaper, type GrayPicture } from '../typesetting/gray-picture.ts'
import { svgPicture } from '../typesetting/svg-picture.ts'
import { typesetSvg } from '../typesetting/typeset-svg.ts'

const load = createRequire(import.meta.url)
/** Dots a point of a thermal head of 203 dots an inch. */
const DOTS_PER_POINT = 203 / 72
/** Dots of one module of the QR code: a phone reads it off thermal paper. */
const MODULE = 5
const QUIET = 4

const SOURCE = `
#let data = json(bytes(sys.inputs.data))
#set page(width: data.width * 1pt, height: auto, margin: (x: 4pt, y: 4pt))
#set text(font: ("Noto Sans SC", "Noto Serif Tibetan"), lang: "zh", top-edge: "ascender", bottom-edge: "descender")
#set par(leading: 0.3em, spacing: 0.5em)
#for line in data.lines {
  let size = (small: 8pt, normal: 10.5pt, large: 15pt, huge: 44pt).at(line.size)
  set text(size: size, weight: if line.bold { 700 } else { 400 })
  set align(if line.align == "center" { center } else { left })
  // An empty line keeps its height.
  par(if line.text == "" { sym.zws } else { line.text })
}
`

/** A ticket as the dots of its paper: typeset by the product's fonts, because no printer knows Tibetan. */
export function ticketPicture({ lines, qr }: TicketPaper, dots: number): GrayPicture {
  const svg = typesetSvg(SOURCE, { width: dots / DOTS_PER_POINT, lines })
  const text = widened(svgPicture(svg, DOTS_PER_POINT), dots)
  return qr === null ? text : stacked([text, qrPicture(qr, dots)])
}

/** A rounded dot more or less is cut or added at the right edge. */
function widened(picture: GrayPicture, dots: number): GrayPicture {
  if (picture.width === dots) return picture
  const paper = whitePaper(dots, picture.height)
  const kept = Math.min(picture.width, dots)
  for (let row = 0; row < picture.height; row += 1)
    paper.pixels.set(
      picture.pixels.subarray(row * picture.width, row * picture.width + kept),
      row * dots,
    )
  return paper
}

function qrPicture(text: string, dots: number): GrayPicture {
  const { create } = load('qrcode') as typeof QrCode
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const paper = whitePaper(dots, (modules.size + 2 * QUIET) * MODULE)
  const left = Math.floor((dots - modules.size * MODULE) / 2)
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue
      for (let line = 0; line < MODULE; line += 1) {
        const at = ((row + QUIET) * MODULE + line) * dots + left + column * MODULE
        paper.pixels.fill(0, at, at + MODULE)
      }
    }
  return paper
}
