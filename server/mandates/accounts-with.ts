import type { Database } from '../database/connect.ts'

const COUNT = `
  select count(*)::int as accounts from account
   where region_code = $1 and identity = $2 and not disabled`

/** Open accounts under one identity: more than one, and one of them is somebody else's. */
export async function accountsWith(
  db: Database,
  regionCode: number,
  identity: string,
): Promise<number> {
  const [row] = await db.query<{ accounts: number }>(COUNT, [regionCode, identity])
  return row?.accounts ?? 0
}
