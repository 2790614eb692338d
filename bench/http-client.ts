import net from 'node:net'

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  /** The value of the session cookie, as `Set-Cookie` gave it: `name=value`. */
  readonly cookie?: string
  /** Sent as JSON. */
  readonly body?: object | string
  /** Further header lines, each ended by CRLF. */
  readonly headers?: string
}

export type HttpAnswer = {
  readonly status: number
  /** The head of the answer as it came. */
  readonly headers: string
  readonly body: Buffer
  /** From the moment it was given to a connection until its last byte. */
  readonly milliseconds: number
}

export type HttpClient = {
  /** Waits for a free connection; rejects when the connection ends without an answer. */
  readonly send: (request: HttpRequest) => Promise<HttpAnswer>
  readonly close: () => void
}

type Job = {
  readonly bytes: string
  readonly resolve: (answer: HttpAnswer) => void
  readonly reject: (error: Error) => void
}

const NOTHING = Buffer.alloc(0)
const HEAD_END = Buffer.from('\r\n\r\n')
const CHUNKS_END = Buffer.from('0\r\n\r\n')

/** HTTP/1.1 over a few kept connections, so plain that the load it makes costs a fraction of what it measures. */
export function openHttpClient({
  port,
  connections,
}: {
  readonly port: number
  readonly connections: number
}): HttpClient {
  const waiting: Job[] = []
  const lines = Array.from({ length: connections }, () => openLine(port, () => waiting.shift()))
  return {
    send: async (request) =>
      await new Promise((resolve, reject) => {
        const job = { bytes: requestBytes(request), resolve, reject }
        const idle = lines.find((line) => line.isIdle())
        if (idle) idle.run(job)
        else waiting.push(job)
      }),
    close: () => {
      for (const line of lines) line.close()
    },
  }
}

function requestBytes({ method, path, cookie, body, headers = '' }: HttpRequest): string {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const content =
    body === undefined
      ? ''
      : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`
  const session = cookie === undefined ? '' : `cookie: ${cookie}\r\n`
  return `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nx-yichuang: 1\r\n${session}${headers}${content}\r\n${text}`
}

/** One connection, one request at a time; opened when first needed, and again after the server closed it. */
function openLine(port: number, next: () => Job | undefined) {
  let socket: net.Socket | undefined
  let job: Job | undefined
  let started = 0
  let received: Buffer = NOTHING
  let closed = false

  function run(given: Job): void {
    job = given
    received = NOTHING
    started = performance.now()
    socket ??= open()
    socket.write(given.bytes)
  }

  function open(): net.Socket {
    const opened = net.connect({ port, host: '127.0.0.1', noDelay: true })
    opened.on('data', (bytes: Buffer) => {
      received = received.length === 0 ? bytes : Buffer.concat([received, bytes])
      const answer = readAnswer(received)
      if (answer !== undefined) finish(answer)
    })
    opened.on('error', () => opened.destroy())
    opened.once('close', () => {
      // Another has taken its place: what runs now runs there.
      if (socket !== opened) return
      socket = undefined
      const lost = job
      job = undefined
      lost?.reject(new Error('The connection ended without an answer'))
      continueWith(next())
    })
    return opened
  }

  function finish({ headers, status, body }: Omit<HttpAnswer, 'milliseconds'>): void {
    const done = job
    job = undefined
    if (/\r\nconnection: close/i.test(headers)) {
      const old = socket
      socket = undefined
      old?.destroy()
    }
    done?.resolve({ status, headers, body, milliseconds: performance.now() - started })
    if (job === undefined) continueWith(next())
  }

  function continueWith(following: Job | undefined): void {
    if (following === undefined) return
    if (closed) following.reject(new Error('The client is closed'))
    else run(following)
  }

  return {
    run,
    isIdle: () => job === undefined,
    close: () => {
      closed = true
      socket?.destroy()
    },
  }
}

function readAnswer(bytes: Buffer): Omit<HttpAnswer, 'milliseconds'> | undefined {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd < 0) return undefined
  const headers = bytes.toString('latin1', 0, headEnd)
  const status = Number(headers.slice(9, 12))
  const from = headEnd + HEAD_END.length
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(headers) ?? []
  if (length !== undefined) {
    const to = from + Number(length)
    return bytes.length < to ? undefined : { status, headers, body: bytes.subarray(from, to) }
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(headers)) return { status, headers, body: NOTHING }
  // The last chunk stands at the very end: one answer at a time is on the line.
  const isComplete = bytes.subarray(-CHUNKS_END.length).equals(CHUNKS_END)
  return isComplete ? { status, headers, body: joinChunks(bytes.subarray(from)) } : undefined
}

function joinChunks(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length;) {
    const lineEnd = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    if (size === 0) break
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
  return Buffer.concat(parts)
}
