import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { cpuSecondsOf } from '../process-figures.ts'

export type DatabaseFigures = {
  /** Where the log stands. */
  readonly lsn: string
  /** Seconds of processor time of the server with all its processes. */
  readonly cpuSeconds: number
}

const ROWS = `select relname as name, n_tup_ins::float8 as inserted, n_tup_upd::float8 as updated from pg_stat_user_tables where n_tup_ins + n_tup_upd > 0`

/** What the server has done so far. */
export async function databaseFigures(client: pg.Client): Promise<DatabaseFigures> {
  const { rows } = await client.query<{ lsn: string }>(
    'select pg_current_wal_insert_lsn()::text as lsn',
  )
  return { lsn: rows[0]?.lsn ?? '0/0', cpuSeconds: await serverSeconds(client) }
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

/** NaN where the server runs elsewhere or the system does not tell. */
export async function serverSeconds(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const [, postmaster] = /^PPid:\s+(\d+)/m.exec(statusOf(rows[0]?.pid ?? 0)) ?? []
  if (postmaster === undefined) return Number.NaN
  const children = readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && statusOf(Number(pid)).includes(`\nPPid:\t${postmaster}\n`),
  )
  return children.reduce(
    (sum, pid) => sum + (cpuSecondsOf(Number(pid)) || 0),
    cpuSecondsOf(Number(postmaster)) + endedChildren(Number(postmaster)),
  )
}

function statusOf(pid: number): string {
  return read(`/proc/${pid}/status`)
}

/** Seconds of sessions that are over. */
function endedChildren(pid: number): number {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
