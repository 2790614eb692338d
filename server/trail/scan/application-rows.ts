import type { ChainRow } from '../verify-chain.ts'
import type { WireRows } from './copy-out.ts'
import { uuidAt } from './event-rows.ts'

// The text of the day instead of its number: there is one a row, not one an event.
const COLUMNS = `application_id, seq, version, head, number, status, applicant_identity, item_id, department_id,
  received_on::text`

/** Writing a state out costs the database more than reading its events: it is left out where nobody replays it. */
export function applicationColumns(withState: boolean): string {
  return withState ? `${COLUMNS}, state` : `${COLUMNS}, '{}'::jsonb`
}

export const APPLICATION_AT = {
  application: 6,
  seq: 26,
  version: 34,
  head: 42,
  number: 78,
} as const
const LENGTH = 4
/** Before the text of a binary jsonb stands its format's version. */
const JSONB_VERSION = 1

export type ApplicationRow = Omit<ChainRow, 'state'> & { readonly state: Buffer }

/** `state` stays in the bytes it came in, until the same arena is used again. */
export function applicationRowAt(
  regionCode: number,
  { bytes, starts }: WireRows,
  row: number,
): ApplicationRow {
  const start = starts[row] ?? 0
  let place = start + APPLICATION_AT.number - LENGTH
  const next = (): Buffer => {
    const begin = place + LENGTH
    place = begin + bytes.readInt32BE(place)
    return bytes.subarray(begin, place)
  }
  const text = () => next().toString()
  return {
    regionCode,
    applicationId: uuidAt(bytes, start + APPLICATION_AT.application),
    seq: bytes.readInt32BE(start + APPLICATION_AT.seq),
    version: bytes.readInt32BE(start + APPLICATION_AT.version),
    head: bytes.toString('hex', start + APPLICATION_AT.head, start + APPLICATION_AT.head + 32),
    number: text(),
    status: text(),
    applicantIdentity: text(),
    itemId: text(),
    departmentId: text(),
    receivedOn: text(),
    state: next().subarray(JSONB_VERSION),
  }
}

export function stateOf({ state }: ApplicationRow): unknown {
  return JSON.parse(state.toString()) as unknown
}
