import { whitePaper, stacked, type GrayPicture } from '../typesetting/gray-picture.ts'

export type PrintedTicket = { readonly picture: GrayPicture; readonly commands: readonly string[] }

/** What a printer makes of the bytes: the dots it burns, and every command by name. Unknown bytes throw. */
export function readEscpos(bytes: Uint8Array): PrintedTicket {
  const bands: GrayPicture[] = []
  const commands: string[] = []
  let at = 0
  const next = () => bytes[at++] ?? -1
  while (at < bytes.length) {
    const name = [next(), next()].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
    if (name === '1b 40') commands.push('init')
    else if (name === '1b 64') commands.push(`feed ${next()}`)
    else if (name === '1d 56') {
      at += 2
      commands.push('cut')
    } else if (name === '1d 76') {
      at += 2
      const bytesPerRow = next() + next() * 256
      const rows = next() + next() * 256
      bands.push(dotsOf(bytes.subarray(at, at + bytesPerRow * rows), bytesPerRow, rows))
      at += bytesPerRow * rows
      commands.push('raster')
    } else throw new Error(`no command begins with ${name}`)
  }
  return { picture: stacked(bands), commands }
}

function dotsOf(bytes: Uint8Array, bytesPerRow: number, rows: number): GrayPicture {
  if (bytes.length !== bytesPerRow * rows) throw new Error('the raster image is cut off')
  const picture = whitePaper(bytesPerRow * 8, rows)
  bytes.forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit += 1)
      if (byte & (128 >> bit)) picture.pixels[index * 8 + bit] = 0
  })
  return picture
}
