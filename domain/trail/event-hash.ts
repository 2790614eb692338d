import { canonicalJson } from './canonical-json.ts'

/** The chain of an application begins from 32 zero bytes. */
export const CHAIN_START = '0'.repeat(64)

/** Everything an event's hash stands for: what, who, when, from where, and all that went before. */
export type ChainedEvent = {
  readonly regionCode: number
  readonly applicationId: string
  readonly seq: number
  readonly version: number
  readonly commandId: string
  readonly type: string
  /** The event itself, with its actor and its moment. */
  readonly data: unknown
  readonly recordedAt: string
  /** Address or terminal it came from. */
  readonly origin: string
}

/** SM3 over the previous hash and the event; `sm3` hashes UTF-8 text to 64 hex digits. */
export function eventHash(
  sm3: (text: string) => string,
  previous: string,
  event: ChainedEvent,
): string {
  return eventTextHash(sm3, previous, event, canonicalJson(event.data))
}

/** The same for an event whose canonical JSON is at hand. */
export function eventTextHash(
  sm3: (text: string) => string,
  previous: string,
  event: Omit<ChainedEvent, 'data'>,
  text: string,
): string {
  const { regionCode, applicationId, seq, version, commandId, type, recordedAt, origin } = event
  const before = JSON.stringify([
    previous,
    regionCode,
    applicationId,
    seq,
    version,
    commandId,
    type,
  ]).slice(0, -1)
  return sm3(`${before},${text},${JSON.stringify(recordedAt)},${JSON.stringify(origin)}]`)
}
