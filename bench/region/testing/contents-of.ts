import type { Database } from '../../../server/database/connect.ts'

const TABLES = [
  'account',
  'account_training',
  'application',
  'application_event',
  'command_log',
  'counter',
  'daily_root',
  'item_seal_mode',
  'notice',
  'seal_record',
  'service_guide',
]

/** A digest of each table, without what no seed can fix: the salted password and the transaction's number. */
export async function contentsOf(database: Database): Promise<Readonly<Record<string, string>>> {
  const digests: Record<string, string> = {}
  for (const table of TABLES) {
    const { rows } = await database.pool.query<{ digest: string }>(
      `select md5(string_agg(row, '' order by row)) as digest
         from (select (to_jsonb(t) - 'xact' - 'password_hash')::text as row from ${table} t) rows`,
    )
    digests[table] = rows[0]?.digest ?? ''
  }
  return digests
}
