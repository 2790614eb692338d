import net from 'node:net'

/** Milliseconds of silence after which the scanner counts as away. */
const SILENCE = 5_000
const CHUNK = 64 * 1024

export type Scan =
  | { readonly verdict: 'clean' }
  | { readonly verdict: 'found'; readonly signature: string }
  /** Away, silent, broken off, or not able to take this file. */
  | { readonly verdict: 'unavailable'; readonly why: string }

/** A file whole, or piece by piece in its order. */
export type FileContent = Uint8Array | AsyncIterable<Uint8Array>

export type ClamdPlace =
  | { readonly host: string; readonly port: number }
  | { readonly path: string }

/** `127.0.0.1:3310`, `[::1]:3310`, or the path of a socket; undefined: neither. */
export function clamdPlaceOf(setting: string): ClamdPlace | undefined {
  if (setting.startsWith('/')) return { path: setting }
  const [, host = '', port = ''] = /^\[?([^\s/]+?)\]?:(\d{1,5})$/.exec(setting) ?? []
  return host === '' || Number(port) < 1 || Number(port) > 65_535
    ? undefined
    : { host, port: Number(port) }
}

/** One file through clamd's INSTREAM: chunks with their lengths, a zero, one line in answer. */
export async function scanWithClamd(
  place: ClamdPlace,
  bytes: FileContent,
  { silence = SILENCE }: { readonly silence?: number } = {},
): Promise<Scan> {
  return await new Promise((resolve) => {
    const socket = net.connect(place)
    let answer = ''
    const settle = (scan: Scan) => {
      socket.destroy()
      resolve(scan)
    }
    socket.setTimeout(silence, () => settle({ verdict: 'unavailable', why: 'silent' }))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      // It answers before it closes: an answer that came counts.
      settle(scanOf(answer) ?? { verdict: 'unavailable', why: error.code ?? 'broken-off' }),
    )
    socket.on('data', (data) => {
      answer += data.toString('latin1')
      if (answer.length > 4_096) settle({ verdict: 'unavailable', why: 'not-clamd' })
      else if (answer.includes('\0')) settle(scanOf(answer) ?? NOT_CLAMD)
    })
    socket.on('close', () =>
      settle(scanOf(answer) ?? { verdict: 'unavailable', why: 'broken-off' }),
    )
    socket.once('connect', () => void send(socket, bytes))
  })
}

const NOT_CLAMD: Scan = { verdict: 'unavailable', why: 'not-clamd' }

async function send(socket: net.Socket, content: FileContent): Promise<void> {
  socket.write('zINSTREAM\0')
  try {
    for await (const bytes of content instanceof Uint8Array ? [content] : content) {
      if (!socket.writable) return
      await sendPiece(socket, bytes)
    }
    if (socket.writable) socket.write(Buffer.alloc(4))
  } catch {
    // The file could not be read to its end: half a file is no verdict.
    socket.destroy()
  }
}

async function sendPiece(socket: net.Socket, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length && socket.writable; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await drained(socket)
  }
}

async function drained(socket: net.Socket): Promise<void> {
  await new Promise<void>((resolve) => {
    const go = () => {
      socket.off('drain', go)
      socket.off('close', go)
      resolve()
    }
    socket.once('drain', go)
    socket.once('close', go)
  })
}

function scanOf(answer: string): Scan | undefined {
  const line = answer.replaceAll('\0', '').trim()
  if (line === 'stream: OK') return { verdict: 'clean' }
  const [, signature] = /^stream: (.{1,200}) FOUND$/.exec(line) ?? []
  if (signature !== undefined) return { verdict: 'found', signature }
  if (line.endsWith('ERROR'))
    return { verdict: 'unavailable', why: /size limit/i.test(line) ? 'size-limit' : 'scan-error' }
  return undefined
}
