import { fillContours } from '../typesetting/fill-contours.ts'
import { whitePaper } from '../typesetting/gray-picture.ts'
import { pngBytes } from '../typesetting/png-bytes.ts'

/** Size of the photograph on a card, in pixels. */
const WIDTH = 102
const HEIGHT = 126
const CORNERS = 40

let drawn: string | undefined

/** A head and shoulders without a face: nobody's photograph. A PNG in base64. */
export function silhouette(): string {
  if (drawn !== undefined) return drawn
  const picture = whitePaper(WIDTH, HEIGHT)
  fillContours(picture, [ellipse(51, 48, 22, 27)], 150)
  fillContours(picture, [ellipse(51, 132, 44, 48)], 150)
  drawn = pngBytes(picture).toString('base64')
  return drawn
}

function ellipse(x: number, y: number, wide: number, high: number): number[] {
  return Array.from({ length: CORNERS }, (_, corner) => (corner / CORNERS) * 2 * Math.PI).flatMap(
    (angle) => [x + Math.cos(angle) * wide, y + Math.sin(angle) * high],
  )
}
