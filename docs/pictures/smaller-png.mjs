// A browser's screenshot with at most 256 colours: text and lines keep theirs, and the file is a third of the size.
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const MOST_COLOURS = 256

/** 8-bit RGB or RGBA without interlacing in, indexed out. */
export function smallerPng(png) {
  const chunks = chunksOf(png)
  const header = chunks.find(({ type }) => type === 'IHDR').data
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const depth = header[9] === 6 ? 4 : 3
  const packed = Buffer.concat(chunks.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : [])))
  const pixels = coloursOf(unfiltered(inflateSync(packed), width * depth, height, depth), depth)
  const palette = mostUsed(pixels)
  const indexOf = nearestIn(palette)
  const rows = Buffer.alloc((width + 1) * height)
  for (const [at, colour] of pixels.entries())
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexOf(colour)
  const newHeader = Buffer.from(header)
  newHeader[9] = 3
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', newHeader),
    chunk('PLTE', Buffer.from(palette.flatMap(channelsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunksOf(png) {
  const found = []
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    found.push({ type, data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return found
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The bytes of the pixels, each row's filter taken back. */
function unfiltered(bytes, stride, height, depth) {
  const out = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    const filter = bytes[y * (stride + 1)]
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x
      const left = x < depth ? 0 : out[at - depth]
      const above = y === 0 ? 0 : out[at - stride]
      const corner = x < depth || y === 0 ? 0 : out[at - stride - depth]
      out[at] = bytes[y * (stride + 1) + 1 + x] + predicted(filter, left, above, corner)
    }
  }
  return out
}

function predicted(filter, left, above, corner) {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  if (filter === 0) return 0
  const guess = left + above - corner
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((one) => Math.abs(guess - one))
  if (byLeft <= byAbove && byLeft <= byCorner) return left
  return byAbove <= byCorner ? above : corner
}

function coloursOf(bytes, depth) {
  const colours = new Uint32Array(bytes.length / depth)
  for (let at = 0; at < colours.length; at += 1) colours[at] = bytes.readUIntBE(at * depth, 3)
  return colours
}

function mostUsed(pixels) {
  const uses = new Map()
  for (const colour of pixels) uses.set(colour, (uses.get(colour) ?? 0) + 1)
  return [...uses]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_COLOURS)
    .map(([colour]) => colour)
}

function nearestIn(palette) {
  const known = new Map(palette.map((colour, index) => [colour, index]))
  const channels = palette.map(channelsOf)
  return (colour) => {
    const index = known.get(colour)
    if (index !== undefined) return index
    const [r, g, b] = channelsOf(colour)
    const away = channels.map(([r2, g2, b2]) => (r - r2) ** 2 + (g - g2) ** 2 + (b - b2) ** 2)
    const nearest = away.indexOf(Math.min(...away))
    known.set(colour, nearest)
    return nearest
  }
}

function channelsOf(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255]
}
