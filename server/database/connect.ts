import { createHash } from 'node:crypto'
import pg from 'pg'
import { sqlCapture } from './capture-sql.ts'
import { isConnectionLost } from './database-errors.ts'
import { isObserved, statementRan } from './observe.ts'
import { postgresValues } from './postgres-values.ts'
import { runPrepared } from './run-prepared.ts'

/** The role of the running application: it may do what the migrations grant and nothing else. */
export const APP_ROLE = 'yichuang_app'

export type RegionDatabase = {
  readonly regionCode: number
  /** A named prepared statement whose `$1` is the region; `values` begin at `$2`. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

export type Database = {
  /** For LISTEN and for tests; statements sent through it are not captured for the schema linter. */
  readonly pool: pg.Pool
  /** A named prepared statement: the text must be a constant, everything that varies a value. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
  forRegion(regionCode: number): RegionDatabase
  close(): Promise<void>
}

export type ConnectOptions = {
  readonly connectionString: string
  readonly maxConnections: number
  /** APP_ROLE by default; `undefined` keeps the login's own role, for the migrator and for tests. */
  readonly asRole?: string | undefined
  /** Milliseconds after which the server gives up on one statement. */
  readonly statementTimeoutMs?: number
}

export function connect(options: ConnectOptions): Database {
  const capture = sqlCapture()
  const pool = openPool({ asRole: APP_ROLE, ...options })
  const nameOf = statementNames()

  async function query<Row extends object>(text: string, values: readonly unknown[] = []) {
    capture?.(text)
    const client = await pool.connect()
    let lost = false
    let failed = false
    const started = isObserved() ? performance.now() : 0
    try {
      return await runPrepared<Row>(client, { name: nameOf(text), text }, values)
    } catch (error) {
      failed = true
      lost = isConnectionLost(error)
      throw error
    } finally {
      if (started > 0) statementRan(text, performance.now() - started, failed)
      // The pool's own query() closes the connection after any error; a refusal is no reason to.
      client.release(lost)
    }
  }

  return {
    pool,
    query,
    forRegion: (regionCode) => ({
      regionCode,
      query: (text, values = []) => query(text, [regionCode, ...values]),
    }),
    close: async () => await pool.end(),
  }
}

function openPool(options: ConnectOptions): pg.Pool {
  const { connectionString, maxConnections, asRole, statementTimeoutMs = 15_000 } = options
  const pool = new pg.Pool({
    connectionString,
    max: maxConnections,
    types: postgresValues,
    application_name: 'yichuang',
    options: ['-c timezone=UTC', ...(asRole ? [`-c role=${asRole}`] : [])].join(' '),
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: statementTimeoutMs,
    // Also ends the wait for a server that no longer answers at all.
    query_timeout: statementTimeoutMs + 2_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  })
  // Without a listener an idle connection that the server closes would end the process.
  pool.on('error', () => undefined)
  // A connection in use reports its loss to the query as well; the event alone must not end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** One name per text: the server keeps the plan, and two texts never share a name. */
function statementNames(): (text: string) => string {
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined) return known
    const name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
    names.set(text, name)
    return name
  }
}
