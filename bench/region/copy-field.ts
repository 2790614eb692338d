import type { Piece } from './byte-program.ts'
import type { SlotTable } from './slot-table.ts'

/** A column that COPY fills, by the name of its type in pg_type. */
export type CopyColumn = { readonly name: string; readonly type: string }

/** A whole field that one slot gives. */
export type SlotField = { readonly slot: number }

const POSTGRES_EPOCH_MS = Date.UTC(2000, 0, 1)
const DAY_MS = 86_400_000
const TEXT_OID = 25
const JSONB_VERSION = Buffer.of(1)

/** One value as binary COPY wants it in a column of that type; null: SQL's null. */
export function copyField(type: string, value: unknown, slots: SlotTable): readonly Piece[] | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object' && 'slot' in value) return [value.slot as number]
  const known = typeof value === 'string' ? slots.binarySlotOf(value) : undefined
  if (known !== undefined && (type === 'uuid' || type === 'timestamptz' || type === 'bytea'))
    return [known]
  switch (type) {
    case 'json':
      return slots.split(textOf(value))
    case 'jsonb':
      return [JSONB_VERSION, ...slots.split(textOf(value))]
    case 'text':
      return slots.split(value as string)
    case '_text':
      return [textArray(value as readonly string[])]
    default:
      return [plainField(type, value)]
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function plainField(type: string, value: unknown): Buffer {
  switch (type) {
    case 'int4': {
      const bytes = Buffer.alloc(4)
      bytes.writeInt32BE(Number(value))
      return bytes
    }
    case 'int8': {
      const bytes = Buffer.alloc(8)
      bytes.writeBigInt64BE(BigInt(value as number))
      return bytes
    }
    case 'bool':
      return Buffer.of(value === true ? 1 : 0)
    case 'bytea':
      return Buffer.from(String(value), 'hex')
    case 'uuid':
      return Buffer.from(String(value).replaceAll('-', ''), 'hex')
    case 'date': {
      const bytes = Buffer.alloc(4)
      bytes.writeInt32BE((Date.parse(`${String(value)}T00:00:00Z`) - POSTGRES_EPOCH_MS) / DAY_MS)
      return bytes
    }
    case 'timestamptz': {
      const bytes = Buffer.alloc(8)
      writeTimestamp(bytes, 0, Date.parse(String(value)))
      return bytes
    }
    default:
      throw new Error(`No binary form known for a column of type ${type}`)
  }
}

/** Microseconds since 2000. */
export function writeTimestamp(bytes: Buffer, at: number, milliseconds: number): void {
  const micros = (milliseconds - POSTGRES_EPOCH_MS) * 1000
  bytes.writeInt32BE(Math.floor(micros / 4_294_967_296), at)
  bytes.writeUInt32BE(((micros % 4_294_967_296) + 4_294_967_296) % 4_294_967_296, at + 4)
}

/** text[] with one dimension. */
export function textArray(values: readonly string[]): Buffer {
  const bytes = Buffer.alloc(20 + values.reduce((sum, value) => sum + 4 + value.length * 3, 0))
  bytes.writeInt32BE(values.length === 0 ? 0 : 1, 0)
  bytes.writeInt32BE(TEXT_OID, 8)
  if (values.length === 0) return bytes.subarray(0, 12)
  bytes.writeInt32BE(values.length, 12)
  bytes.writeInt32BE(1, 16)
  let end = 20
  for (const value of values) {
    const length = bytes.write(value, end + 4)
    end = bytes.writeInt32BE(length, end) + length
  }
  return bytes.subarray(0, end)
}
