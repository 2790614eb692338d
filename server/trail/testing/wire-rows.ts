import { canonicalJson } from '../../../domain/trail/canonical-json.ts'
import type { WireRows } from '../scan/copy-out.ts'
import type { ChainLink, ChainRow } from '../verify-chain.ts'

const POSTGRES_EPOCH_MS = 946_684_800_000n

/** The rows as PostgreSQL would send them in a binary COPY; `textOf` is what stands in the column `data`. */
export function wireEvents(
  links: readonly ChainLink[],
  textOf: (data: unknown) => string = canonicalJson,
): WireRows {
  return wireRows(
    links.map((link) => [
      uuid(link.applicationId),
      int4(link.seq),
      int4(link.version),
      uuid(link.commandId),
      uuid(link.accountId),
      moment(link.occurredAt),
      moment(link.recordedAt),
      Buffer.from(link.hash, 'hex'),
      Buffer.from(link.type),
      Buffer.from(link.origin),
      Buffer.from(textOf(link.data)),
    ]),
  )
}

export function wireApplications(rows: readonly ChainRow[]): WireRows {
  return wireRows(
    rows.map((row) => [
      uuid(row.applicationId),
      int4(row.seq),
      int4(row.version),
      Buffer.from(row.head, 'hex'),
      Buffer.from(row.number),
      Buffer.from(row.status),
      Buffer.from(row.applicantIdentity),
      Buffer.from(row.itemId),
      Buffer.from(row.departmentId),
      Buffer.from(row.receivedOn),
      Buffer.concat([Buffer.of(1), Buffer.from(JSON.stringify(row.state))]),
    ]),
  )
}

function wireRows(rows: readonly (readonly Buffer[])[]): WireRows {
  const encoded = rows.map((fields) =>
    Buffer.concat([int2(fields.length), ...fields.flatMap((field) => [int4(field.length), field])]),
  )
  let at = 0
  const starts = encoded.map((row) => {
    at += row.length
    return at - row.length
  })
  return { bytes: Buffer.concat(encoded), starts: Int32Array.from(starts), count: rows.length }
}

function int2(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function int4(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function uuid(text: string): Buffer {
  return Buffer.from(text.replaceAll('-', ''), 'hex')
}

function moment(text: string): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE((BigInt(Date.parse(text)) - POSTGRES_EPOCH_MS) * 1000n)
  return bytes
}
