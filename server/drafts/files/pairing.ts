import { createHash, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { PAIRING_HEADER } from '../../../contract/uploads.ts'
import type { Instant } from '../../../domain/shared/ids.ts'
import type { DraftContext } from '../draft-context.ts'

const VALID_MS = 10 * 60_000
const KEEP = `
  insert into draft_pairing (region_code, code_hash, draft_id, material, expires_at) values ($1, $2, $3, $4, $5)`
const FIND = `
  select draft_id as "draftId", material, expires_at as "expiresAt" from draft_pairing
   where region_code = $1 and code_hash = $2 and expires_at > $3`

export type Pairing = {
  readonly draftId: string
  readonly material: number
  readonly expiresAt: Instant
}

/** A code that lets a phone scan for one material of one draft: 192 bits, ten minutes, only its hash is kept. */
export async function makePairing(
  { db, regionCode, clock }: DraftContext,
  draftId: string,
  material: number,
): Promise<{ readonly code: string; readonly expiresAt: Instant }> {
  const code = randomBytes(24).toString('base64url')
  const now = clock(regionCode)
  const expiresAt = new Date(Date.parse(now) + VALID_MS).toISOString() as Instant
  await db.query(KEEP, [regionCode, hashOf(code), draftId, material, expiresAt])
  return { code, expiresAt }
}

/** What the code in the request's header reaches; undefined: it is none, or its ten minutes are over. */
export async function pairingOf(
  { db, regionCode, clock }: DraftContext,
  request: FastifyRequest,
): Promise<Pairing | undefined> {
  const code = request.headers[PAIRING_HEADER]
  if (typeof code !== 'string' || !/^[\w-]{32}$/.test(code)) return undefined
  const [row] = await db.query<Pairing>(FIND, [regionCode, hashOf(code), clock(regionCode)])
  return row
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code).digest()
}
