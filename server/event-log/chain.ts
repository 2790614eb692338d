import { createHash, randomFillSync } from 'node:crypto'
import { V7Generator } from 'uuidv7'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import { movesVersion } from '../../domain/application/moves-version.ts'
import { canonicalJson } from '../../domain/trail/canonical-json.ts'
import { CHAIN_START, eventTextHash } from '../../domain/trail/event-hash.ts'

/** SM3 (GB/T 32905) of UTF-8 text, 64 hex digits. */
export function sm3Hex(text: string): string {
  return createHash('sm3').update(text).digest('hex')
}

/** Where a chain stands before the next event. */
export type ChainHead = { readonly seq: number; readonly version: number; readonly hash: string }
export const NEW_CHAIN: ChainHead = { seq: 0, version: 0, hash: CHAIN_START }

export type EventRow = {
  readonly seq: number
  readonly version: number
  readonly type: string
  /** The event as canonical JSON: hashed, stored and verified as this text. */
  readonly text: string
  readonly account_id: string
  readonly occurred_at: string
  readonly recorded_at: string
  readonly origin: string
  readonly hash: string
}

export type ChainSource = {
  readonly regionCode: number
  readonly applicationId: string
  readonly commandId: string
  readonly recordedAt: string
  readonly origin: string
}

/** Links new events to the chain: each row carries the hash over itself and all before it. */
export function chainEvents(
  head: ChainHead,
  events: readonly ApplicationEvent[],
  source: ChainSource,
): readonly EventRow[] {
  let { seq, version, hash } = head
  return events.map((event) => {
    seq += 1
    if (movesVersion(event)) version += 1
    const { type, by, at } = event
    const text = canonicalJson(event)
    hash = eventTextHash(sm3Hex, hash, { ...source, seq, version, type }, text)
    return {
      seq,
      version,
      type,
      text,
      account_id: by.accountId,
      occurred_at: at,
      recorded_at: source.recordedAt,
      origin: source.origin,
      hash,
    }
  })
}

/** Rows as `record_command` takes them: JSON in which each event stands byte for byte as it was hashed. */
export function eventRowsJson(rows: readonly EventRow[]): string {
  const items = rows.map(
    ({ text, ...columns }) => `${JSON.stringify(columns).slice(0, -1)},"data":${text}}`,
  )
  return `[${items.join(',')}]`
}

// Random numbers by the thousand: asking the system for each few costs more than the rest of an id.
const pool = new Uint32Array(1_024)
let taken = pool.length
const generator = new V7Generator({
  nextUint32() {
    if (taken >= pool.length) {
      randomFillSync(pool)
      taken = 0
    }
    const value = pool[taken] ?? 0
    taken += 1
    return value
  },
})

/** A UUIDv7: ids made later sort later. */
export function newId(): string {
  return generator.generate().toString()
}
