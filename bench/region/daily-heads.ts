import { createPrivateKey, createPublicKey, hash } from 'node:crypto'
import type { LocalDate } from '../../domain/shared/ids.ts'
import { merkleRoot, type TrailHead } from '../../domain/trail/merkle.ts'
import { signRoot, type TrailKey } from '../../server/trail/trail-key.ts'
import { compileRow, runProgram, type SlotValues } from './byte-program.ts'
import { copyField } from './copy-field.ts'
import { newSlotTable } from './slot-table.ts'
import { seedOf } from './seed-of.ts'

/** Where chains stood at the end of each day, packed: id, place, hash. */
export type HeadsByDay = Map<LocalDate, Buffer[]>

export const HEAD_BYTES = 16 + 4 + 32
const HEADS_A_BLOCK = 512
const ED25519_PKCS8 = '302e020100300506032b657004220420'

/** Collects heads as copies are written. */
export function newDailyHeads() {
  const blocks: HeadsByDay = new Map()
  const filled = new Map<LocalDate, number>()

  return {
    /** Where the next head of that day goes. */
    room: (day: LocalDate): { readonly block: Buffer; readonly at: number } => {
      const own = blocks.get(day) ?? []
      blocks.set(day, own)
      const count = filled.get(day) ?? 0
      filled.set(day, count + 1)
      const at = (count % HEADS_A_BLOCK) * HEAD_BYTES
      const block = at === 0 ? Buffer.alloc(HEADS_A_BLOCK * HEAD_BYTES) : own.at(-1)
      if (block === undefined) throw new Error('A block is begun before it goes on')
      if (at === 0) own.push(block)
      return { block, at }
    },
    /** Everything, each day's last block cut to what it holds. */
    all: (): HeadsByDay => {
      for (const [day, own] of blocks) {
        const last = (filled.get(day) ?? 0) % HEADS_A_BLOCK
        if (last > 0) own.push((own.pop() ?? Buffer.alloc(0)).subarray(0, last * HEAD_BYTES))
      }
      return blocks
    },
  }
}

/** One row of daily_root in the form of COPY, signed as the server would have signed it on the next day. */
export function rootRow(
  regionCode: number,
  key: TrailKey,
  day: LocalDate,
  packed: readonly Uint8Array[],
): Buffer {
  const heads = packed.flatMap((block) =>
    unpacked(Buffer.from(block.buffer, block.byteOffset, block.length)),
  )
  const root = merkleRoot((text) => hash('sm3', text), heads)
  const applications = heads.length
  const signature = signRoot(key, { regionCode, day, applications, root })
  const stored = heads.map(
    ({ applicationId, seq, head }) => `"${applicationId}":[${seq},"${head}"]`,
  )
  const none = newSlotTable()
  const fields = [
    ['int4', regionCode],
    ['date', day],
    ['bytea', root],
    ['int4', applications],
    ['jsonb', `{${stored.join(',')}}`],
    ['text', signature],
    ['text', key.publicKey],
    ['timestamptz', `${day}T16:11:00.000Z`],
  ] as const
  const program = compileRow(fields.map(([type, value]) => copyField(type, value, none)))
  const out = Buffer.alloc(program.pool.length)
  runProgram(program, NOTHING, out, 0)
  return out
}

const NOTHING: SlotValues = {
  bytes: Buffer.alloc(0),
  starts: new Int32Array(0),
  lengths: new Int32Array(0),
}

function unpacked(block: Buffer): TrailHead[] {
  const heads: TrailHead[] = []
  for (let at = 0; at < block.length; at += HEAD_BYTES) {
    const id = block.toString('hex', at, at + 16)
    heads.push({
      applicationId: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`,
      seq: block.readInt32BE(at + 16),
      head: block.toString('hex', at + 20, at + HEAD_BYTES),
    })
  }
  return heads
}

/** The key of the seed: no secret, as nothing of the region is. */
export function rootKey(seed: number): TrailKey {
  const secret = Buffer.alloc(32)
  for (let at = 0; at < 8; at += 1) secret.writeUInt32BE(seedOf(seed, 'root-key', at), at * 4)
  const der = Buffer.concat([Buffer.from(ED25519_PKCS8, 'hex'), secret])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString()
  return { privateKey, publicKey }
}
