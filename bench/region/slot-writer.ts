import type { SlotValues } from './byte-program.ts'
import { writeTimestamp } from './copy-field.ts'
import { seedOf } from './seed-of.ts'

const VERIFY_ALPHABET = Buffer.from('23456789ABCDEFGHJKLMNPQRSTUVWXYZ')
const HEX = Buffer.from('0123456789abcdef')
const BYTES = 64 * 1024
const SLOTS = 2_000

/** Fills the slots of one copy after another; what is drawn is fixed by seed, day and serial. */
export type SlotWriter = ReturnType<typeof newSlotWriter>

export function newSlotWriter() {
  const bytes = Buffer.alloc(BYTES)
  const starts = new Int32Array(SLOTS)
  const lengths = new Int32Array(SLOTS)
  const values: SlotValues = { bytes, starts, lengths }
  let end = 0
  let [a, b, c, counter] = [0, 0, 0, 0]

  /** sfc32: its 128 bits keep the codes of millions of copies apart. */
  function draw(): number {
    const sum = (a + b + counter) >>> 0
    counter = (counter + 1) >>> 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) >>> 0
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0
    return sum
  }

  function close(slot: number, start: number): void {
    starts[slot] = start
    lengths[slot] = end - start
  }

  function text(slot: number, value: string): void {
    const start = end
    end += bytes.write(value, end, 'utf8')
    close(slot, start)
  }

  /** The same bytes in hex, as `slot`, from those of the next slot; with hyphens a UUID. */
  function hexOf(slot: number, hyphens: boolean): void {
    const from = starts[slot + 1] ?? 0
    const count = lengths[slot + 1] ?? 0
    const start = end
    for (let at = 0; at < count; at += 1) {
      if (hyphens && (at === 4 || at === 6 || at === 8 || at === 10)) bytes[end++] = 45
      const byte = bytes[from + at] ?? 0
      bytes[end++] = HEX[byte >> 4] ?? 0
      bytes[end++] = HEX[byte & 15] ?? 0
    }
    close(slot, start)
  }

  return {
    values,
    text,
    begin: (seed: number, day: number, serial: number): void => {
      end = 0
      a = seedOf(seed, 'copy', day, serial)
      b = seedOf(seed, 'again', serial, day)
      c = (day * 1_000_000 + serial) >>> 0
      counter = 1
      for (let mixed = 0; mixed < 12; mixed += 1) draw()
    },
    /** From 0 up to, but not including, `below`. */
    below: (below: number): number => Math.floor((draw() / 4_294_967_296) * below),
    /** A UUID version 7 of that moment, in `slot` and the next. */
    uuid: (slot: number, milliseconds: number): void => {
      const start = end
      bytes.writeUIntBE(milliseconds, end, 6)
      bytes.writeUInt32BE(draw(), end + 6)
      bytes.writeUInt32BE(draw(), end + 10)
      bytes.writeUInt16BE(draw() & 0xffff, end + 14)
      bytes[end + 6] = ((bytes[end + 6] ?? 0) & 0x0f) | 0x70
      bytes[end + 8] = ((bytes[end + 8] ?? 0) & 0x3f) | 0x80
      end += 16
      close(slot + 1, start)
      hexOf(slot, true)
    },
    /** A UUID known as text. */
    knownUuid: (slot: number, id: string): void => {
      text(slot, id)
      const start = end
      end += bytes.write(id.replaceAll('-', ''), end, 'hex')
      close(slot + 1, start)
    },
    instant: (slot: number, milliseconds: number): void => {
      text(slot, new Date(milliseconds).toISOString())
      const start = end
      writeTimestamp(bytes, start, milliseconds)
      end += 8
      close(slot + 1, start)
    },
    verifyCode: (slot: number): void => {
      const start = end
      for (let at = 0; at < 16; at += 4) {
        const drawn = draw()
        for (let shift = 0; shift < 4; shift += 1)
          bytes[end++] = VERIFY_ALPHABET[(drawn >>> (shift * 5)) & 31] ?? 0
      }
      close(slot, start)
    },
    int32: (slot: number, value: number): void => {
      const start = end
      end = bytes.writeInt32BE(value, end)
      close(slot, start)
    },
    raw: (slot: number, value: Buffer): void => {
      const start = end
      end += value.copy(bytes, end)
      close(slot, start)
    },
    /** A hash: its bytes in the slot after, in hex in this one. */
    hash: (slot: number, digest: Buffer): void => {
      const start = end
      end += digest.copy(bytes, end)
      close(slot + 1, start)
      hexOf(slot, false)
    },
  }
}
