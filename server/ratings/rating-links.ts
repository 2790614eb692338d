import { createHash, randomBytes } from 'node:crypto'
import type { ContactKind } from '../../domain/application/application.ts'
import type { Database } from '../database/connect.ts'

/** Days a link stays good. */
const DAYS = 30

const ADD = `
  insert into rating_link (region_code, token_hash, application_id, contact, created_at, expires_at)
  values ($1, $2, $3, $4, $5, $6)`
const FIND = `
  select l.application_id as "applicationId", l.contact, l.expires_at as "expiresAt", l.used_at as "usedAt", a.item_id as "itemId"
    from rating_link l join application a on a.region_code = l.region_code and a.application_id = l.application_id
   where l.region_code = $1 and l.token_hash = $2`
const USE = `update rating_link set used_at = $3 where region_code = $1 and token_hash = $2 and used_at is null`

export type RatingLink = {
  readonly applicationId: string
  readonly contact: ContactKind
  readonly expiresAt: string
  readonly usedAt: string | null
  readonly itemId: string
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** A link for one contact; only its hash stays here. Answers the path, `/rate/…`. */
export async function makeRatingLink(
  db: Database,
  regionCode: number,
  applicationId: string,
  contact: ContactKind,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const now = Date.now()
  await db.query(ADD, [
    regionCode,
    hashOf(token),
    applicationId,
    contact,
    new Date(now).toISOString(),
    new Date(now + DAYS * 86_400_000).toISOString(),
  ])
  return `/rate/${token}`
}

/** Undefined: unknown, used, or too old, which nobody is told apart. */
export async function findRatingLink(
  db: Database,
  regionCode: number,
  token: string,
): Promise<RatingLink | undefined> {
  const [link] = await db.query<RatingLink>(FIND, [regionCode, hashOf(token)])
  if (link === undefined || link.usedAt !== null) return undefined
  return Date.parse(link.expiresAt) > Date.now() ? link : undefined
}

export async function useRatingLink(
  db: Database,
  regionCode: number,
  token: string,
): Promise<void> {
  await db.query(USE, [regionCode, hashOf(token), new Date().toISOString()])
}
