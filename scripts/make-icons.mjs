// Draws the icons of the installed portal: the window mark as PNG, from the same figures as web/ui/window-mark.svg.
// Run it when the mark changes: node scripts/make-icons.mjs
import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'

const BLUE = [0x1a, 0x5f, 0xb4, 255]
const WHITE = [255, 255, 255, 255]
const CLEAR = [0, 0, 0, 0]
/** Samples along each side of a pixel. */
const FINE = 4
const FOLDER = new URL('../web/portal/pwa/icons/', import.meta.url)

for (const [name, size, full] of [
  ['window-180.png', 180, true],
  ['window-192.png', 192, false],
  ['window-512.png', 512, false],
  ['window-maskable-512.png', 512, true],
])
  writeFileSync(new URL(name, FOLDER), png(size, full))

/** The colour at a point of the mark's own 32 × 32; `full` fills the corners, and draws within the safe circle. */
function colourAt(x, y, full) {
  const [u, v] = full ? [16 + (x - 16) / 0.72, 16 + (y - 16) / 0.72] : [x, y]
  const stroke = 1.2
  const frame =
    inRounded(u, v, 7.2 - stroke, 24.8 + stroke, 3.2) &&
    !inRounded(u, v, 7.2 + stroke, 24.8 - stroke, 0.8)
  const upright = Math.abs(u - 16) <= stroke && v >= 8 && v <= 25
  const across = Math.abs(v - 14) <= stroke && u >= 8 && u <= 24
  if (frame || upright || across) return WHITE
  return full || inRounded(x, y, 2, 30, 6) ? BLUE : CLEAR
}

function inRounded(x, y, from, to, radius) {
  const dx = Math.max(from + radius - x, 0, x - (to - radius))
  const dy = Math.max(from + radius - y, 0, y - (to - radius))
  return dx * dx + dy * dy <= radius * radius
}

function png(size, full) {
  const rows = Buffer.alloc(size * (size * 4 + 1))
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      rows.set(pixel(x, y, size, full), y * (size * 4 + 1) + 1 + x * 4)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function pixel(x, y, size, full) {
  const sum = [0, 0, 0, 0]
  for (let i = 0; i < FINE; i += 1)
    for (let j = 0; j < FINE; j += 1) {
      const colour = colourAt(
        ((x + (i + 0.5) / FINE) * 32) / size,
        ((y + (j + 0.5) / FINE) * 32) / size,
        full,
      )
      for (let part = 0; part < 3; part += 1) sum[part] += colour[part] * colour[3]
      sum[3] += colour[3]
    }
  if (sum[3] === 0) return CLEAR
  return [sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3], sum[3] / (FINE * FINE)].map(Math.round)
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc(body), body.length + 4)
  return frame
}

function crc(bytes) {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}
