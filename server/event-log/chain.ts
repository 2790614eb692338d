import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { ApplicationEvent } from '../../domain/application/events.ts'
import { movesVersion } from '../../domain/application/moves-version.ts'
import { CHAIN_START, eventHash } from '../../domain/trail/event-hash.ts'

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
  readonly data: ApplicationEvent
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
  return events.map((data) => {
    seq += 1
    if (movesVersion(data)) version += 1
    const { regionCode, applicationId, commandId, recordedAt, origin } = source
    hash = eventHash(sm3Hex, hash, {
      regionCode,
      applicationId,
      seq,
      version,
      commandId,
      type: data.type,
      data,
      recordedAt,
      origin,
    })
    return {
      seq,
      version,
      type: data.type,
      data,
      account_id: data.by.accountId,
      occurred_at: data.at,
      recorded_at: recordedAt,
      origin,
      hash,
    }
  })
}

export function newId(): string {
  return uuidv7()
}
