import type { Database } from '../database/connect.ts'

const FIND = `select name, identity from account where region_code = $1 and account_id = $2 and identity is not null`

/** Who an applicant's account belongs to; undefined: none of that id. */
export async function partyOfAccount(
  db: Database,
  regionCode: number,
  accountId: string,
): Promise<{ readonly name: string; readonly identity: string } | undefined> {
  return (await db.query<{ name: string; identity: string }>(FIND, [regionCode, accountId]))[0]
}
