// A journal as bytes. `YCJ1`, entries written (u32), length of the head (u32), head as JSON, its SHA-256; then frame after
// frame: length of the body (u32), place from 1 (u32), SHA-256 over the hash before, length, place and body; the body.
// Numbers are big-endian. A body is a sealed entry: this layer opens none.

export type Bytes = Uint8Array<ArrayBuffer>

/** Who wrote the journal, and which key opens it: nothing personal but the account's id. */
export type JournalHead = {
  readonly journalId: string
  readonly keyId: string
  readonly accountId: string
  readonly deviceId: string
  readonly begunAt: string
}
export type Frame = { readonly seq: number; readonly hash: Bytes; readonly body: Bytes }
/** Where the chain stands: the hash of the head, then of the last frame. */
export type ChainEnd = { readonly seq: number; readonly hash: Bytes }

export type Recovered = {
  readonly head: JournalHead
  readonly frames: readonly Frame[]
  /** Null: all of it. `entries`: how many were written after the last whole one, as the journal's beginning says. */
  readonly lost: {
    readonly entries: number
    readonly bytes: number
    readonly why: 'cut' | 'damaged'
  } | null
}

const MAGIC = new TextEncoder().encode('YCJ1')
const PREAMBLE = MAGIC.length + 8
const HASH = 32
const FRAME_HEAD = 8 + HASH
/** No entry is larger; a length beyond it is damage. */
const LARGEST_BODY = 128 * 1024 * 1024

export async function beginChain(head: JournalHead): Promise<ChainEnd> {
  return { seq: 0, hash: await sha256(headBytes(head)) }
}

/** The next frame: what it says of itself covers everything before. */
export async function linkFrame({ seq, hash }: ChainEnd, body: Bytes): Promise<Frame> {
  return { seq: seq + 1, hash: await frameHash(hash, seq + 1, body), body }
}

export async function journalBytes(
  head: JournalHead,
  frames: readonly Frame[],
  written = frames.length,
): Promise<Bytes> {
  const json = headBytes(head)
  return joined([
    MAGIC,
    u32(written),
    u32(json.length),
    json,
    await sha256(json),
    ...frames.flatMap(({ seq, hash, body }) => [u32(body.length), u32(seq), hash, body]),
  ])
}

/** Undefined: not even the beginning is whole, or it is no journal. Never throws, whatever the bytes are. */
export async function recoverJournal(bytes: Bytes): Promise<Recovered | undefined> {
  const begun = await readHead(bytes)
  if (begun === undefined) return undefined
  const { head, written, chain, start } = begun
  const frames: Frame[] = []
  let at = start
  let end = chain
  while (at < bytes.length) {
    const frame = await frameAt(bytes, at, end)
    if (typeof frame === 'string') return { head, frames, lost: lostFrom(frame, at) }
    frames.push(frame)
    end = frame
    at += FRAME_HEAD + frame.body.length
  }
  return { head, frames, lost: frames.length < written ? lostFrom('cut', at) : null }

  function lostFrom(why: 'cut' | 'damaged', from: number): Recovered['lost'] {
    // More may have been written than the beginning says, when only the beginning is older.
    const entries = Math.max(written - frames.length, from < bytes.length ? 1 : 0)
    return { entries, bytes: bytes.length - from, why }
  }
}

async function readHead(bytes: Bytes) {
  const view = viewOf(bytes)
  if (bytes.length < PREAMBLE || !MAGIC.every((byte, index) => bytes[index] === byte))
    return undefined
  const written = view.getUint32(MAGIC.length)
  const length = view.getUint32(MAGIC.length + 4)
  const start = PREAMBLE + length + HASH
  if (start > bytes.length) return undefined
  const json = bytes.slice(PREAMBLE, PREAMBLE + length)
  const hash = await sha256(json)
  if (!isSame(hash, bytes.subarray(PREAMBLE + length, start))) return undefined
  const head = JSON.parse(new TextDecoder().decode(json)) as JournalHead
  return { head, written, chain: { seq: 0, hash } satisfies ChainEnd, start }
}

async function frameAt(
  bytes: Bytes,
  at: number,
  before: ChainEnd,
): Promise<Frame | 'cut' | 'damaged'> {
  if (at + FRAME_HEAD > bytes.length) return 'cut'
  const view = viewOf(bytes)
  const length = view.getUint32(at)
  const seq = view.getUint32(at + 4)
  if (length > LARGEST_BODY || seq !== before.seq + 1) return 'damaged'
  if (at + FRAME_HEAD + length > bytes.length) return 'cut'
  const hash = bytes.slice(at + 8, at + FRAME_HEAD)
  const body = bytes.slice(at + FRAME_HEAD, at + FRAME_HEAD + length)
  return isSame(hash, await frameHash(before.hash, seq, body)) ? { seq, hash, body } : 'damaged'
}

/** True where the frame follows what came before: for frames that are kept one by one. */
export async function follows(before: ChainEnd, frame: Frame): Promise<boolean> {
  const { seq, hash, body } = frame
  return seq === before.seq + 1 && isSame(hash, await frameHash(before.hash, seq, body))
}

async function frameHash(before: Bytes, seq: number, body: Bytes): Promise<Bytes> {
  return await sha256(joined([before, u32(body.length), u32(seq), body]))
}

function headBytes(head: JournalHead): Bytes {
  const { journalId, keyId, accountId, deviceId, begunAt } = head
  return new TextEncoder().encode(
    JSON.stringify({ journalId, keyId, accountId, deviceId, begunAt }),
  )
}

async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

export function joined(parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function u32(value: number): Bytes {
  const bytes = new Uint8Array(4)
  viewOf(bytes).setUint32(0, value)
  return bytes
}

function viewOf({ buffer, byteOffset, byteLength }: Bytes): DataView {
  return new DataView(buffer, byteOffset, byteLength)
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
