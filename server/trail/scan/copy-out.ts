import type pg from 'pg'

/** Rows of one binary COPY as they came over the wire: one run of bytes, and where the fields of each row begin. */
export type WireRows = {
  readonly bytes: Buffer
  /** The first `count` are this result's. */
  readonly starts: Int32Array
  readonly count: number
}

type Handler = (chunk: Buffer) => void

const COPY_DATA = 0x64
const COPY_DONE = 0x63
const ERROR_RESPONSE = 0x45
const MESSAGE_HEADER = 5
/** Signature, flags and extension length, before the first row. */
const FILE_HEADER = 19
const END_OF_ROWS = -1

/** Bytes kept from one COPY to the next; grows to the largest result. */
export type WireArena = { bytes: Buffer; starts: Int32Array }

export function newArena(): WireArena {
  return { bytes: Buffer.allocUnsafeSlow(1 << 20), starts: new Int32Array(1 << 12) }
}

/**
 * Runs `COPY (…) TO STDOUT (FORMAT binary)` and keeps the socket's bytes as they are: no object, string or stream
 * chunk a row. The rows stand in `arena` and are valid until it is used again.
 */
export function copyOut(
  client: pg.ClientBase,
  statement: string,
  arena: WireArena,
): Promise<WireRows> {
  return new Promise((resolve, reject) => {
    const reader = rowReader(arena)
    const submitted: pg.Submittable & Record<string, unknown> = {
      submit(connection: pg.Connection) {
        attach(connection, reader)
        connection.query(statement)
      },
      handleCommandComplete: nothing,
      handleReadyForQuery() {
        release(submitted)
        resolve(reader.rows())
      },
      handleError(error: Error) {
        release(submitted)
        reject(error)
      },
    }
    client.query(submitted)
  })
}

/** Ends the driver's own watch over the time a query takes. */
function release(submitted: Record<string, unknown>): void {
  const { callback } = submitted
  if (typeof callback === 'function') (callback as () => void)()
}

/** Stands between socket and driver until the last row; what follows it the driver reads again. */
function attach(connection: pg.Connection, reader: ReturnType<typeof rowReader>): void {
  const { stream } = connection
  const [own, ...others] = stream.listeners('data') as Handler[]
  if (own === undefined || others.length > 0) throw new Error('The connection is read by others')
  stream.off('data', own)
  const read: Handler = (chunk) => {
    const rest = reader.take(chunk)
    if (rest === undefined) return
    stream.off('data', read)
    stream.on('data', own)
    own(rest)
  }
  stream.on('data', read)
}

function rowReader(arena: WireArena) {
  let length = 0
  let message = 0
  let count = 0
  let headerSeen = false

  function addRow(start: number): void {
    const fields = headerSeen ? start : start + FILE_HEADER
    headerSeen = true
    if (arena.bytes.readInt16BE(fields) === END_OF_ROWS) return
    if (count === arena.starts.length) {
      const longer = new Int32Array(count * 2)
      longer.set(arena.starts)
      arena.starts = longer
    }
    arena.starts[count] = fields
    count += 1
  }

  return {
    rows: (): WireRows => ({ bytes: arena.bytes, starts: arena.starts, count }),
    /** Undefined while rows go on, else the bytes behind the last row. */
    take(chunk: Buffer): Buffer | undefined {
      arena.bytes = withRoom(arena.bytes, length, chunk.length)
      arena.bytes.set(chunk, length)
      length += chunk.length
      while (length - message >= MESSAGE_HEADER) {
        const code = arena.bytes[message]
        if (code === ERROR_RESPONSE) return Buffer.from(arena.bytes.subarray(message, length))
        const end = message + 1 + arena.bytes.readInt32BE(message + 1)
        if (length < end) return undefined
        if (code === COPY_DONE) return Buffer.from(arena.bytes.subarray(end, length))
        if (code === COPY_DATA) addRow(message + MESSAGE_HEADER)
        message = end
      }
      return undefined
    },
  }
}

function withRoom(bytes: Buffer, used: number, more: number): Buffer {
  if (used + more <= bytes.length) return bytes
  const larger = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, used + more))
  larger.set(bytes.subarray(0, used))
  return larger
}

function nothing(): void {
  // The count in the command's tag is the count of rows.
}
