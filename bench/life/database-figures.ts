import type pg from 'pg'

const ROWS = `select relname as name, n_tup_ins::float8 as inserted, n_tup_upd::float8 as updated from pg_stat_user_tables where n_tup_ins + n_tup_upd > 0`

/** Where the log stands. */
export async function logPlace(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ lsn: string }>(
    'select pg_current_wal_insert_lsn()::text as lsn',
  )
  return rows[0]?.lsn ?? '0/0'
}

/** Bytes of log. */
export type LogWritten = {
  readonly bytes: number
  /** Of these, pages written whole after a checkpoint: they tell of the moment, not of the command. NaN: not known. */
  readonly pages: number
}

export async function logBetween(client: pg.Client, from: string, to: string): Promise<LogWritten> {
  // Comes with PostgreSQL, where its contributed modules are installed.
  const inspects = await client.query('create extension if not exists pg_walinspect').then(
    () => true,
    () => false,
  )
  const text = inspects
    ? 'select pg_wal_lsn_diff($2, $1)::float8 as bytes, sum(fpi_size)::float8 as pages from pg_get_wal_stats($1::pg_lsn, $2::pg_lsn)'
    : `select pg_wal_lsn_diff($2, $1)::float8 as bytes, 'NaN'::float8 as pages`
  const { rows } = await client.query<LogWritten>(text, [from, to])
  return rows[0] ?? { bytes: Number.NaN, pages: Number.NaN }
}

/** Rows written since the statistics began, by table; of sessions that still run, as they last reported: within ten seconds. */
export type RowsWritten = ReadonlyMap<
  string,
  { readonly inserted: number; readonly updated: number }
>

export async function rowsWritten(client: pg.Client): Promise<RowsWritten> {
  const { rows } = await client.query<{ name: string; inserted: number; updated: number }>(ROWS)
  return new Map(rows.map(({ name, inserted, updated }) => [name, { inserted, updated }]))
}
