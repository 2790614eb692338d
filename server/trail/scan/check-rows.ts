import { hash } from 'node:crypto'
import type { ApplicationEvent } from '../../../domain/application/events.ts'
import { replay, wrongColumn } from '../verify-chain.ts'
import { stateOf, type ApplicationRow } from './application-rows.ts'
import type { WireRows } from './copy-out.ts'
import { EVENT_AT, newSpan, readSpan } from './event-rows.ts'
import { eventTexts } from './event-text.ts'
import { isSameJson } from './same-json.ts'
import { instantWriter, isAscii, isSameBytes, writeHex, writeUuid } from './wire-values.ts'

const HASH_BYTES = 32

/**
 * The quick check, on the bytes of the rows: answers only whether everything fits. What does not is looked at
 * again, slowly, by verify-chain.ts; nothing is called broken here.
 */
export function quickCheck(regionCode: number) {
  const texts = eventTexts(regionCode)
  const writeInstant = instantWriter()
  const scratch = Buffer.alloc(2 * HASH_BYTES)
  const span = newSpan()

  /** Rows `from`…`to` of one application: numbered from 1, each hash over the one before, the last one its head. */
  function fitsChain(application: ApplicationRow, rows: WireRows, from: number, to: number) {
    const { bytes, starts } = rows
    if (to - from !== application.seq) return false
    for (let row = from; row < to; row += 1) {
      const start = starts[row] ?? 0
      if (bytes.readInt32BE(start + EVENT_AT.seq) !== row - from + 1) return false
      if (row === from) texts.begin(bytes, start)
      readSpan(bytes, start, span)
      const text = texts.of(bytes, start, span)
      if (text === undefined || !isHash(hash('sm3', text, 'hex'), bytes, start)) return false
      texts.follow(bytes, start)
    }
    const last = starts[to - 1] ?? 0
    return (
      isHash(application.head, bytes, last) &&
      bytes.readInt32BE(last + EVENT_AT.version) === application.version
    )
  }

  function isHash(digits: string, bytes: Buffer, start: number): boolean {
    const end = writeHex(bytes, start + EVENT_AT.hash, HASH_BYTES, scratch, 0)
    return isAscii(digits, scratch, 0, end)
  }

  /** The columns beside the hash repeat what each event says, and the state is what the events make of it. */
  function fitsState(
    application: ApplicationRow,
    events: readonly ApplicationEvent[],
    { bytes, starts }: WireRows,
    from: number,
  ): boolean {
    for (const [index, event] of events.entries()) {
      if (!fitsCopies(event, bytes, starts[from + index] ?? 0)) return false
    }
    const state = replay(events)
    return (
      state !== null &&
      wrongColumn(application, state) === undefined &&
      isSameJson(state, stateOf(application))
    )
  }

  function fitsCopies({ type, by, at }: ApplicationEvent, bytes: Buffer, start: number): boolean {
    readSpan(bytes, start, span)
    const id = writeUuid(bytes, start + EVENT_AT.account, scratch, 0)
    if (!isAscii(by.accountId, scratch, 0, id)) return false
    const moment = writeInstant(bytes, start + EVENT_AT.occurredAt, scratch, 0)
    return isAscii(at, scratch, 0, moment) && isAscii(type, bytes, span.type, span.typeEnd)
  }

  return { fitsChain, fitsState }
}

/** Events of one application, parsed together: one call for ten. */
export function eventParser() {
  let text = Buffer.allocUnsafeSlow(1 << 16)
  const span = newSpan()

  return function parse({ bytes, starts }: WireRows, from: number, to: number): ApplicationEvent[] {
    let end = 0
    for (let row = from; row < to; row += 1) {
      readSpan(bytes, starts[row] ?? 0, span)
      makeRoom(end, span.dataEnd - span.data)
      text[end] = row === from ? BRACKET : COMMA
      end += 1 + bytes.copy(text, end + 1, span.data, span.dataEnd)
    }
    text[end] = CLOSING
    return JSON.parse(text.toString('utf8', 0, end + 1)) as ApplicationEvent[]
  }

  function makeRoom(used: number, more: number): void {
    if (used + more + 2 <= text.length) return
    const larger = Buffer.allocUnsafeSlow((used + more + 2) * 2)
    larger.set(text.subarray(0, used))
    text = larger
  }
}

const BRACKET = 0x5b
const CLOSING = 0x5d
const COMMA = 0x2c

export function isSameApplication(
  { bytes: a }: WireRows,
  aStart: number,
  { bytes: b }: WireRows,
  bStart: number,
): boolean {
  return isSameBytes(a, aStart + EVENT_AT.application, b, bStart + EVENT_AT.application, 16)
}
