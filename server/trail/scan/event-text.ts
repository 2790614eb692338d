import { CHAIN_START } from '../../../domain/trail/event-hash.ts'
import { EVENT_AT, type EventSpan } from './event-rows.ts'
import { instantWriter, writeDigits, writeHex, writeUuid } from './wire-values.ts'

/** Where the previous hash stands in the text: behind `["`. */
const PREVIOUS = 2
const HASH_DIGITS = 64
/** More than everything but the data and the texts takes. */
const FRAME = 400

/**
 * Puts together the text under an event's hash, the canonical JSON of domain/trail/event-hash.ts, from the bytes of
 * its row: the stored data is the canonical text already. Begins anew with each application.
 */
export function eventTexts(regionCode: number) {
  let text = Buffer.allocUnsafeSlow(1 << 16)
  let behindApplication = 0
  const writeInstant = instantWriter()

  function put(words: string, at: number): number {
    return at + text.write(words, at, 'latin1')
  }

  return {
    begin(bytes: Buffer, start: number): void {
      const id = put(`["${CHAIN_START}",${regionCode},"`, 0)
      const end = writeUuid(bytes, start + EVENT_AT.application, text, id)
      behindApplication = put('",', end)
    },

    /** The event is intact: its hash is the one before of the next. */
    follow(bytes: Buffer, start: number): void {
      writeHex(bytes, start + EVENT_AT.hash, HASH_DIGITS / 2, text, PREVIOUS)
    },

    /** Undefined when the row holds what cannot be put together so: the slow way tells then. */
    of(bytes: Buffer, start: number, span: EventSpan): Buffer | undefined {
      const { type, typeEnd, origin, originEnd, data, dataEnd } = span
      if (!isPlain(bytes, type, typeEnd) || !isPlain(bytes, origin, originEnd)) return undefined
      makeRoom(originEnd - type + dataEnd - data)
      let at = writeDigits(bytes.readInt32BE(start + EVENT_AT.seq), text, behindApplication)
      text[at] = COMMA
      at = writeDigits(bytes.readInt32BE(start + EVENT_AT.version), text, at + 1)
      text[at] = COMMA
      text[at + 1] = QUOTE
      at = writeUuid(bytes, start + EVENT_AT.command, text, at + 2)
      at = between(text, at)
      at = copied(bytes, type, typeEnd, text, at)
      text[at] = QUOTE
      text[at + 1] = COMMA
      at += 2
      at += bytes.copy(text, at, data, dataEnd)
      text[at] = COMMA
      text[at + 1] = QUOTE
      at = writeInstant(bytes, start + EVENT_AT.recordedAt, text, at + 2)
      if (at < 0) return undefined
      at = between(text, at)
      at = copied(bytes, origin, originEnd, text, at)
      text[at] = QUOTE
      text[at + 1] = BRACKET
      return text.subarray(0, at + 2)
    },
  }

  function makeRoom(size: number): void {
    if (size + FRAME <= text.length) return
    const larger = Buffer.allocUnsafeSlow((size + FRAME) * 2)
    larger.set(text.subarray(0, behindApplication))
    text = larger
  }
}

const QUOTE = 0x22
const COMMA = 0x2c
const BRACKET = 0x5d
const BACKSLASH = 0x5c
const SPACE = 0x20

function between(text: Buffer, at: number): number {
  text[at] = QUOTE
  text[at + 1] = COMMA
  text[at + 2] = QUOTE
  return at + 3
}

/** Short runs: a loop is quicker than a call into the runtime. */
function copied(from: Buffer, start: number, end: number, to: Buffer, at: number): number {
  for (let index = start; index < end; index += 1) to[at + index - start] = from[index] ?? 0
  return at + end - start
}

/** True when JSON writes this text without an escape. */
function isPlain(bytes: Buffer, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte === QUOTE || byte === BACKSLASH || byte < SPACE) return false
  }
  return true
}
