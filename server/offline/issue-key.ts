import { randomBytes } from 'node:crypto'
import type { Instant } from '../../domain/shared/ids.ts'
import type { Database } from '../database/connect.ts'
import { newId } from '../event-log/chain.ts'

/** A month of journals under one key: one that leaks opens no more. */
const KEY_LASTS_MS = 30 * 86_400_000
const READ = `
  select key_id as "keyId", secret, issued_at as "issuedAt" from offline_key
   where region_code = $1 and account_id = $2 order by issued_at desc limit 12`
const MAKE =
  'insert into offline_key (region_code, account_id, key_id, secret, issued_at) values ($1, $2, $3, $4, $5)'

type KeyRow = { readonly keyId: string; readonly secret: Buffer; readonly issuedAt: Instant }

/** The clerk's keys, the newest first; one older than a month is followed by a new one. */
export async function issueKeys(
  db: Database,
  regionCode: number,
  accountId: string,
  now: Instant,
): Promise<{ readonly keyId: string; readonly key: string; readonly issuedAt: Instant }[]> {
  const known = await db.query<KeyRow>(READ, [regionCode, accountId])
  const newest = known[0]
  const isFresh =
    newest !== undefined && Date.parse(now) - Date.parse(newest.issuedAt) < KEY_LASTS_MS
  const keys = isFresh ? known : [await makeKey(db, regionCode, accountId, now), ...known]
  return keys.map(({ keyId, secret, issuedAt }) => ({
    keyId,
    key: secret.toString('base64url'),
    issuedAt,
  }))
}

async function makeKey(
  db: Database,
  regionCode: number,
  accountId: string,
  issuedAt: Instant,
): Promise<KeyRow> {
  const made = { keyId: newId(), secret: randomBytes(32), issuedAt }
  await db.query(MAKE, [regionCode, accountId, made.keyId, made.secret, issuedAt])
  return made
}
