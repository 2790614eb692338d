const ARCHIVER = `
  select failed_count::int as "failedCount", last_archived_wal as "lastKept", last_failed_wal as "lastFailed",
         coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as "isFailing"
    from pg_stat_archiver`

export type Archiver = {
  readonly failedCount: number
  readonly lastKept: string | null
  readonly lastFailed: string | null
  /** The newest attempt failed. The log stays in the database's own folder until one succeeds. */
  readonly isFailing: boolean
}

/** How the server fares with keeping its log. */
export async function readArchiver(query: (text: string) => Promise<object[]>): Promise<Archiver> {
  const [row] = (await query(ARCHIVER)) as Archiver[]
  if (row === undefined) throw new Error('PostgreSQL tells nothing of its archiver')
  return row
}
