import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { BENCH_REGION_CODE, type BenchPerson } from '../region/bench-region.ts'

const HALF_A_DAY_MS = 12 * 3_600_000

/** Signs everybody in as the server would have, without the time that their passwords take; answers their cookies. */
export async function openSessions(
  connectionString: string,
  people: readonly BenchPerson[],
): Promise<readonly string[]> {
  const tokens = people.map(() => randomBytes(32).toString('base64url'))
  const now = Date.now()
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(
      `insert into session (region_code, token_hash, session_id, account_id, created_at, seen_at, expires_at)
       select $1, s.hash, s.id, s.account, $5, $5, $6 from unnest($2::bytea[], $3::uuid[], $4::uuid[]) as s(hash, id, account)`,
      [
        BENCH_REGION_CODE,
        tokens.map((token) => createHash('sha256').update(token).digest()),
        people.map(() => uuidv7()),
        people.map(({ accountId }) => accountId),
        new Date(now).toISOString(),
        new Date(now + HALF_A_DAY_MS).toISOString(),
      ],
    )
  } finally {
    await client.end()
  }
  return tokens.map((token) => `__Host-yichuang=${BENCH_REGION_CODE}.${token}`)
}
