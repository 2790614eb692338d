/** True for a value whose text is what the server reads: no list, no date, no object but bytes. */
export function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object' || Buffer.isBuffer(value)
    ? value !== undefined && typeof value !== 'function'
    : false
}

// Execute the unnamed portal without a limit, then Sync.
const EXECUTE_AND_SYNC = Buffer.from([0x45, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0x53, 0, 0, 0, 4])
const BIND = 0x42
const TEXT = 0
const BINARY = 1

/**
 * Bind, Execute and Sync of a statement the server knows, as one piece for one write (PostgreSQL's protocol 3.0, message
 * formats). Values are plain (`isPlain`); answers come as text.
 */
export function bindMessage(statement: string, values: readonly unknown[]): Buffer {
  const texts = values.map((value) =>
    value === null || Buffer.isBuffer(value) ? value : String(value as string | number | boolean),
  )
  const lengths = texts.map((text) =>
    text === null ? -1 : typeof text === 'string' ? Buffer.byteLength(text) : text.length,
  )
  const nameLength = Buffer.byteLength(statement)
  let size = 4 + 1 + nameLength + 1 + 2 + 2 * values.length + 2 + 2 + 2
  for (const length of lengths) size += 4 + Math.max(length, 0)
  const message = Buffer.allocUnsafe(1 + size + EXECUTE_AND_SYNC.length)
  let at = message.writeUInt8(BIND, 0)
  at = message.writeInt32BE(size, at)
  at = message.writeUInt8(0, at)
  at += message.write(statement, at)
  at = message.writeUInt8(0, at)
  at = message.writeInt16BE(texts.length, at)
  for (const text of texts)
    at = message.writeInt16BE(text === null || typeof text === 'string' ? TEXT : BINARY, at)
  at = message.writeInt16BE(texts.length, at)
  for (const [index, text] of texts.entries()) {
    at = message.writeInt32BE(lengths[index] ?? -1, at)
    if (typeof text === 'string') at += message.write(text, at)
    else if (text !== null) at += text.copy(message, at)
  }
  at = message.writeInt16BE(1, at)
  at = message.writeInt16BE(TEXT, at)
  EXECUTE_AND_SYNC.copy(message, at)
  return message
}
