import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { cpuSecondsOf } from '../process-figures.ts'

export type DatabaseFigures = {
  /** Bytes written to the log since the cluster began. */
  readonly wal: number
  /** Seconds of processor time of the server with all its processes. */
  readonly cpuSeconds: number
}

const WAL = `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 as bytes`
const ROWS = `select relname as name, n_tup_ins::float8 as inserted, n_tup_upd::float8 as updated from pg_stat_user_tables where n_tup_ins + n_tup_upd > 0`

/** What the server has done so far. */
export async function databaseFigures(client: pg.Client): Promise<DatabaseFigures> {
  const wal = await client.query<{ bytes: number }>(WAL)
  return {
    wal: wal.rows[0]?.bytes ?? Number.NaN,
    cpuSeconds: await serverSeconds(client),
  }
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
