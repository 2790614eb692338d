import type { GrayPicture } from '../typesetting/gray-picture.ts'

const ESC = 0x1b
const GS = 0x1d
const INIT = [ESC, 0x40]
/** Feeds past the knife, then a partial cut. */
const CUT = [GS, 0x56, 0x42, 0x18]
const FEED = [ESC, 0x64, 4]
/** Rows of one raster image: what the smallest buffers of such printers hold. */
const BAND = 256
/** Darker than this burns a dot: thin strokes of small characters stay. */
const INK = 176

/** Raster images of ESC/POS (GS v 0), band under band: any script prints, whatever fonts the printer has. */
export function escposBytes(picture: GrayPicture, cut: boolean): Uint8Array {
  const bands: number[][] = []
  for (let top = 0; top < picture.height; top += BAND)
    bands.push(band(picture, top, Math.min(BAND, picture.height - top)))
  return Uint8Array.from([...INIT, ...bands.flat(), ...FEED, ...(cut ? CUT : [])])
}

/** GS v 0 m xL xH yL yH, then the rows: a bit a dot, the leftmost highest. */
function band({ width, pixels }: GrayPicture, top: number, rows: number): number[] {
  const bytesPerRow = Math.ceil(width / 8)
  const head = [GS, 0x76, 0x30, 0, bytesPerRow & 255, bytesPerRow >> 8, rows & 255, rows >> 8]
  const dots: number[] = []
  for (let row = top; row < top + rows; row += 1)
    for (let byte = 0; byte < bytesPerRow; byte += 1) {
      let bits = 0
      for (let bit = 0; bit < 8; bit += 1) {
        const x = byte * 8 + bit
        const isInk = x < width && (pixels[row * width + x] ?? 255) < INK
        if (isInk) bits |= 128 >> bit
      }
      dots.push(bits)
    }
  return [...head, ...dots]
}
