import type { ChainLink } from '../verify-chain.ts'
import type { WireRows } from './copy-out.ts'
import { millisecondsOf } from './wire-values.ts'

/** What is of one width first, so that it always stands at the same place. */
export const EVENT_COLUMNS = `application_id, seq, version, command_id, account_id, occurred_at, recorded_at, hash,
  type, origin, data`

// Two bytes count the fields; four bytes of length stand before each.
export const EVENT_AT = {
  application: 6,
  seq: 26,
  version: 34,
  command: 42,
  account: 62,
  occurredAt: 82,
  recordedAt: 94,
  hash: 106,
  type: 142,
} as const
const LENGTH = 4

/** Where the fields of changing width begin and end. */
export type EventSpan = {
  type: number
  typeEnd: number
  origin: number
  originEnd: number
  data: number
  dataEnd: number
}

export const newSpan = (): EventSpan => ({
  type: 0,
  typeEnd: 0,
  origin: 0,
  originEnd: 0,
  data: 0,
  dataEnd: 0,
})

/** Into a given object: there is one a run, not one an event. */
export function readSpan(bytes: Buffer, start: number, span: EventSpan): void {
  span.type = start + EVENT_AT.type
  span.typeEnd = span.type + bytes.readInt32BE(span.type - LENGTH)
  span.origin = span.typeEnd + LENGTH
  span.originEnd = span.origin + bytes.readInt32BE(span.typeEnd)
  span.data = span.originEnd + LENGTH
  span.dataEnd = span.data + bytes.readInt32BE(span.originEnd)
}

/** The row as the slow check and the diagnosis want it. */
export function chainLinkAt(regionCode: number, { bytes, starts }: WireRows, row: number) {
  const start = starts[row] ?? 0
  const span = newSpan()
  readSpan(bytes, start, span)
  const link: ChainLink = {
    regionCode,
    applicationId: uuidAt(bytes, start + EVENT_AT.application),
    seq: bytes.readInt32BE(start + EVENT_AT.seq),
    version: bytes.readInt32BE(start + EVENT_AT.version),
    commandId: uuidAt(bytes, start + EVENT_AT.command),
    accountId: uuidAt(bytes, start + EVENT_AT.account),
    occurredAt: instantAt(bytes, start + EVENT_AT.occurredAt),
    recordedAt: instantAt(bytes, start + EVENT_AT.recordedAt),
    hash: bytes.toString('hex', start + EVENT_AT.hash, start + EVENT_AT.hash + 32),
    type: bytes.toString('utf8', span.type, span.typeEnd),
    origin: bytes.toString('utf8', span.origin, span.originEnd),
    data: JSON.parse(bytes.toString('utf8', span.data, span.dataEnd)) as unknown,
  }
  return link
}

export function uuidAt(bytes: Buffer, start: number): string {
  const hex = bytes.toString('hex', start, start + 16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

function instantAt(bytes: Buffer, start: number): string {
  const moment = new Date(millisecondsOf(bytes, start))
  return Number.isNaN(moment.getTime()) ? 'infinity' : moment.toISOString()
}
