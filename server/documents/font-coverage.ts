import { closeSync, openSync, readSync } from 'node:fs'

/** Sorted, closed ranges of code points. */
export type Coverage = readonly (readonly [first: number, last: number])[]

export function covers(coverage: Coverage, codePoint: number): boolean {
  let low = 0
  let high = coverage.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last] = coverage[middle] ?? [0, -1]
    if (codePoint < first) high = middle - 1
    else if (codePoint > last) low = middle + 1
    else return true
  }
  return false
}

/** Reads the characters of a TrueType font from its cmap (format 12, else 4) without loading the rest. */
export function readCoverage(fontFile: string): Coverage {
  const file = openSync(fontFile, 'r')
  try {
    const head = readAt(file, 0, 12)
    const tables = readAt(file, 12, head.getUint16(4) * 16)
    for (let at = 0; at < tables.byteLength; at += 16)
      if (tables.getUint32(at) === 0x63_6d_61_70)
        return parseCmap(readAt(file, tables.getUint32(at + 8), tables.getUint32(at + 12)))
    throw new Error(`${fontFile} has no cmap`)
  } finally {
    closeSync(file)
  }
}

function readAt(file: number, position: number, length: number): DataView {
  const bytes = new Uint8Array(length)
  readSync(file, bytes, 0, length, position)
  return new DataView(bytes.buffer)
}

function parseCmap(cmap: DataView): Coverage {
  const offsets = Array.from({ length: cmap.getUint16(2) }, (_, at) => cmap.getUint32(8 + at * 8))
  const format12 = offsets.find((offset) => cmap.getUint16(offset) === 12)
  if (format12 !== undefined) return parseFormat12(cmap, format12)
  const format4 = offsets.find((offset) => cmap.getUint16(offset) === 4)
  if (format4 !== undefined) return parseFormat4(cmap, format4)
  throw new Error('the font has no Unicode cmap that is understood')
}

function parseFormat12(cmap: DataView, offset: number): Coverage {
  return Array.from({ length: cmap.getUint32(offset + 12) }, (_, at) => {
    const group = offset + 16 + at * 12
    return [cmap.getUint32(group), cmap.getUint32(group + 4)] as const
  })
}

function parseFormat4(cmap: DataView, offset: number): Coverage {
  const doubled = cmap.getUint16(offset + 6)
  return Array.from({ length: doubled / 2 - 1 }, (_, at) => {
    const last = cmap.getUint16(offset + 14 + at * 2)
    return [cmap.getUint16(offset + 16 + doubled + at * 2), last] as const
  })
}
