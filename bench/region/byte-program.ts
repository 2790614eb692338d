/** What a piece of output is: bytes that every copy shares, or the number of a slot that each copy fills. */
export type Piece = Buffer | number

/** Pieces in a row, put together once and run for every copy. */
export type ByteProgram = { readonly steps: Int32Array; readonly pool: Buffer }

/** The values of one copy by slot, end to end in one buffer. */
export type SlotValues = {
  readonly bytes: Buffer
  readonly starts: Int32Array
  readonly lengths: Int32Array
}

const CONSTANT = 0
const SLOT = 1
const LENGTH = 2

/** Fields with their lengths before them, as binary COPY wants a row; null is SQL's null. */
export function compileRow(fields: readonly (readonly Piece[] | null)[]): ByteProgram {
  const builder = newBuilder()
  const head = Buffer.alloc(2)
  head.writeInt16BE(fields.length)
  builder.constant(head)
  for (const pieces of fields) {
    if (pieces === null) builder.constant(int32(-1))
    else {
      builder.length(pieces)
      builder.pieces(pieces)
    }
  }
  return builder.done()
}

/** Pieces with nothing between them. */
export function compileBytes(pieces: readonly Piece[]): ByteProgram {
  const builder = newBuilder()
  builder.pieces(pieces)
  return builder.done()
}

/** At most so many bytes come of it. */
export function sizeOf({ steps, pool }: ByteProgram, { lengths }: SlotValues): number {
  let size = pool.length
  for (let at = 0; at < steps.length;) {
    if (steps[at] === SLOT) size += lengths[steps[at + 1] ?? 0] ?? 0
    if (steps[at] === LENGTH) size += 4
    at += stepSize(steps, at)
  }
  return size
}

/** Writes to `out` from `from` on; answers where it ended. */
export function runProgram(
  { steps, pool }: ByteProgram,
  { bytes, starts, lengths }: SlotValues,
  out: Buffer,
  from: number,
): number {
  let to = from
  for (let at = 0; at < steps.length;) {
    const kind = steps[at]
    const first = steps[at + 1] ?? 0
    if (kind === CONSTANT) {
      const length = steps[at + 2] ?? 0
      to = copied(pool, first, length, out, to)
      at += 3
    } else if (kind === SLOT) {
      to = copied(bytes, starts[first] ?? 0, lengths[first] ?? 0, out, to)
      at += 2
    } else {
      const count = steps[at + 2] ?? 0
      let length = first
      for (let slot = 0; slot < count; slot += 1) length += lengths[steps[at + 3 + slot] ?? 0] ?? 0
      to = out.writeInt32BE(length, to)
      at += 3 + count
    }
  }
  return to
}

function copied(source: Buffer, from: number, length: number, out: Buffer, to: number): number {
  if (length > 40) source.copy(out, to, from, from + length)
  else for (let at = 0; at < length; at += 1) out[to + at] = source[from + at] ?? 0
  return to + length
}

function stepSize(steps: Int32Array, at: number): number {
  if (steps[at] === SLOT) return 2
  return steps[at] === CONSTANT ? 3 : 3 + (steps[at + 2] ?? 0)
}

function newBuilder() {
  const steps: number[] = []
  const pool: Buffer[] = []
  let pooled = 0
  let open = -1

  function constant(bytes: Buffer): void {
    if (bytes.length === 0) return
    if (open >= 0) steps[open] = (steps[open] ?? 0) + bytes.length
    else {
      steps.push(CONSTANT, pooled, bytes.length)
      open = steps.length - 1
    }
    pool.push(bytes)
    pooled += bytes.length
  }

  function length(of: readonly Piece[]): void {
    const slots = of.filter((piece) => typeof piece === 'number')
    const base = of.reduce<number>(
      (sum, one) => sum + (typeof one === 'number' ? 0 : one.length),
      0,
    )
    if (slots.length === 0) {
      constant(int32(base))
      return
    }
    steps.push(LENGTH, base, slots.length, ...slots)
    open = -1
  }

  return {
    constant,
    length,
    pieces: (of: readonly Piece[]) => {
      for (const piece of of) {
        if (typeof piece === 'number') {
          steps.push(SLOT, piece)
          open = -1
        } else constant(piece)
      }
    },
    done: (): ByteProgram => ({ steps: Int32Array.from(steps), pool: Buffer.concat(pool) }),
  }
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
