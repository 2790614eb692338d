import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { Push } from './list-writer.ts'

/** Quick rather than small: a list packs well all the same. */
const LEVEL = 3
const LOCAL_HEADER = 0x04034b50
const DATA_DESCRIPTOR = 0x08074b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_CENTRAL = 0x06054b50
const VERSION = 20
const DEFLATE = 8
/** Sizes follow the data; names are UTF-8. */
const FLAGS = 0x0808
/** 1 January 1980: the same list gives the same bytes. */
const DOS_DATE = 0x21
const LAST_BLOCK = Buffer.of(3, 0)
const LARGEST = 0xffffffff

type Entry = {
  readonly name: Buffer
  readonly offset: number
  crc: number
  packed: number
  size: number
}

/**
 * A ZIP archive written from front to back (APPNOTE 6.3), one entry after another, nothing of an entry kept: each
 * piece is deflated by itself up to a byte boundary.
 */
export function zipWriter(push: Push) {
  const entries: Entry[] = []
  let written = 0

  async function put(bytes: Uint8Array): Promise<void> {
    written += bytes.length
    if (written > LARGEST) throw new RangeError('A ZIP of more than 4 GB needs ZIP64')
    await push(bytes)
  }

  return {
    async begin(name: string): Promise<(text: string) => Promise<void>> {
      const entry: Entry = { name: Buffer.from(name), offset: written, crc: 0, packed: 0, size: 0 }
      entries.push(entry)
      await put(localHeader(entry))
      return async (text) => {
        const plain = Buffer.from(text)
        const packed = deflateRawSync(plain, {
          level: LEVEL,
          finishFlush: constants.Z_SYNC_FLUSH,
        })
        entry.crc = crc32(plain, entry.crc)
        entry.size += plain.length
        entry.packed += packed.length
        await put(packed)
      }
    },

    /** Closes the entry begun last. */
    async finish(): Promise<void> {
      const entry = entries.at(-1)
      if (entry === undefined) return
      entry.packed += LAST_BLOCK.length
      if (entry.size > LARGEST) throw new RangeError('An entry of more than 4 GB needs ZIP64')
      await put(Buffer.concat([LAST_BLOCK, descriptor(entry)]))
    },

    async end(): Promise<void> {
      const start = written
      const central = Buffer.concat(entries.map(centralHeader))
      await put(Buffer.concat([central, endOfCentral(entries.length, central.length, start)]))
    },
  }
}

function localHeader({ name }: Entry): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(LOCAL_HEADER, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(DEFLATE, 8)
  header.writeUInt16LE(DOS_DATE, 12)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function descriptor({ crc, packed, size }: Entry): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(DATA_DESCRIPTOR, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(size, 12)
  return bytes
}

function centralHeader({ name, offset, crc, packed, size }: Entry): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(CENTRAL_HEADER, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(VERSION, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt16LE(DEFLATE, 10)
  header.writeUInt16LE(DOS_DATE, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, name])
}

function endOfCentral(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END_OF_CENTRAL, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
