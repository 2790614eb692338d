import { promisify } from 'node:util'
import { constants, inflate } from 'node:zlib'

const inflated = promisify(inflate)

/** Bytes: what one object stream may unpack to, and all of a PDF together. */
const STREAM_LIMIT = 16 * 1024 * 1024
const UNPACKED_LIMIT = 64 * 1024 * 1024
/** Streams that cannot be read: after so many the file counts as one that cannot be looked into. */
const UNREADABLE_LIMIT = 4
const LONGEST_NAME = 120
const DICTIONARY = 2_048

// Each must be written as a name in the file, or in an object stream, for a reader to act on it.
const ACTING = ['/JavaScript', '/Launch', '/SubmitForm', '/ImportData', '/RichMedia', '/Rendition']
const CARRYING = ['/EmbeddedFile', '/Encrypt', '/XFA', '/GoToE', '/Filespec']

/** `acts`: a script, or something that a reader starts, sends or fetches. `carries`: other files, or what cannot be read. */
export type PdfHazard = 'none' | 'carries' | 'acts' | 'bomb'

/** Looks at every name in the file, spelt plainly or with escapes, and into every object stream. */
export async function pdfHazardOf(pdf: Buffer): Promise<PdfHazard> {
  const found = [namedIn(pdf)]
  let unpacked = 0
  let unreadable = 0
  for (const packed of objectStreamsOf(pdf)) {
    if (unreadable === UNREADABLE_LIMIT) break
    const text = await unpack(packed)
    if (text === 'unreadable') {
      unreadable += 1
      found.push('carries')
      continue
    }
    if (text === 'too-large' || unpacked + text.length > UNPACKED_LIMIT) return 'bomb'
    unpacked += text.length
    found.push(namedIn(text))
  }
  if (found.includes('acts')) return 'acts'
  return found.includes('carries') ? 'carries' : 'none'
}

function namedIn(bytes: Buffer): PdfHazard {
  const escaped = escapedNamesIn(bytes)
  const names = (name: string) => escaped.includes(name) || hasName(bytes, name)
  if (ACTING.some(names)) return 'acts'
  return CARRYING.some(names) ? 'carries' : 'none'
}

/** `/XFA` but not a piece of compressed data that begins alike: a name ends where a delimiter stands. */
function hasName(bytes: Buffer, name: string): boolean {
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
    const next = bytes[at + name.length]
    const plural = name === '/EmbeddedFile' && next === 0x73
    if (plural || next === undefined || DELIMITERS.includes(next)) return true
  }
  return false
}

const DELIMITERS = Buffer.from('\0\t\n\f\r ()<>[]{}/%', 'latin1')

/** `/J#61vaScript`, as it reads. */
function escapedNamesIn(bytes: Buffer): string[] {
  const names: string[] = []
  let at = bytes.indexOf('#')
  while (at !== -1) {
    const before = bytes.subarray(Math.max(0, at - LONGEST_NAME), at)
    const start = at - before.length + before.lastIndexOf('/')
    const name = nameAt(bytes, start)
    if (/#[0-9a-f]{2}/i.test(name)) names.push(plainName(name))
    at = bytes.indexOf('#', Math.max(at + 1, start + name.length))
  }
  return names
}

function nameAt(bytes: Buffer, start: number): string {
  const text = bytes.toString('latin1', Math.max(0, start), start + LONGEST_NAME)
  return /^\/[^\0\t\n\f\r ()<>[\]{}/%]+/.exec(text)?.[0] ?? ''
}

function plainName(name: string): string {
  const plain = name.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return plain === '/EmbeddedFiles' ? '/EmbeddedFile' : plain
}

/** What stands between `stream` and its end wherever the dictionary before it says that objects are inside. */
function* objectStreamsOf(pdf: Buffer): Generator<Buffer> {
  for (let at = pdf.indexOf('stream'); at !== -1; at = pdf.indexOf('stream', at + 6)) {
    if (pdf.toString('latin1', at - 3, at) === 'end') continue
    const before = pdf.toString('latin1', Math.max(0, at - DICTIONARY), at)
    const dictionary = plainName(before.slice(before.lastIndexOf('endobj') + 1))
    if (!/\/(ObjStm|First)(?![A-Za-z])/.test(dictionary)) continue
    const start = at + 6 + (pdf[at + 6] === 0x0d ? 1 : 0)
    yield pdf.subarray(start + (pdf[start] === 0x0a ? 1 : 0))
  }
}

async function unpack(packed: Buffer): Promise<Buffer | 'too-large' | 'unreadable'> {
  try {
    // What follows the stream in the file is not part of it; an end that is cut off is read as far as it goes.
    return await inflated(packed, {
      maxOutputLength: STREAM_LIMIT,
      finishFlush: constants.Z_SYNC_FLUSH,
    })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'unreadable'
  }
}
