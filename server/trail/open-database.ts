import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openClusterFolder } from '../database/cluster-folder.ts'
import { connect, type Database } from '../database/connect.ts'
import { defaultDataFolder, startEmbeddedPostgres } from '../database/embedded-postgres.ts'
import { postgresAccount } from '../database/postgres-account.ts'
import { processIdentity } from '../database/process-identity.ts'

/** Thrown when there is no database to look into; its message is for the operator. */
export class NoDatabase extends Error {}

/**
 * The database of this installation, for a command-line tool: DATABASE_URL, else the embedded one. When a server
 * of ours runs on that folder the tool joins it; else it starts the database and `close` stops it again.
 */
export async function withInstalledDatabase<Result>(
  work: (db: Database, connectionString: string) => Promise<Result>,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Result> {
  const found = await findDatabase(env)
  const { connectionString } = found
  // A whole series or a day's heads are read in one statement.
  const db = connect({ connectionString, maxConnections: 2, statementTimeoutMs: 600_000 })
  try {
    return await work(db, connectionString)
  } finally {
    await db.close()
    await found.stop()
  }
}

async function findDatabase(
  env: NodeJS.ProcessEnv,
): Promise<{ connectionString: string; stop(): Promise<void> }> {
  const given = env['DATABASE_URL']
  if (given) return { connectionString: given, stop: nothing }
  const folder = defaultDataFolder(env)
  if (!existsSync(folder)) {
    throw new NoDatabase(
      '没有找到数据：请在安装目录中运行，或者设置 DATABASE_URL 或 YICHUANG_DATA。',
    )
  }
  const running = findRunning(folder)
  if (running !== undefined) return { connectionString: running, stop: nothing }
  try {
    return await startEmbeddedPostgres({ folder })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : ''
    throw new NoDatabase(`内置数据库未能启动。${reason}`, { cause })
  }
}

/** The socket of a database that another living program of ours keeps running, if one does. */
function findRunning(wanted: string): string | undefined {
  const { owner, data, socketFolder, password } = openClusterFolder(wanted, postgresAccount())
  const holder = existsSync(owner) ? readFileSync(owner, 'utf8') : ''
  const isHeld = holder !== '' && processIdentity(Number.parseInt(holder, 10)) === holder
  if (!isHeld || !existsSync(path.join(data, 'postmaster.pid'))) return undefined
  return `postgresql://postgres:${password}@/yichuang?host=${encodeURIComponent(socketFolder)}`
}

function nothing(): Promise<void> {
  return Promise.resolve()
}
