import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts'
import { migrate } from '../database/migrate.ts'
import { connectionStringFor, withClient } from '../database/with-client.ts'

export type ScratchDatabase = {
  /** Login of the migrator. */
  readonly connectionString: string
  /** Drops the database, and the server with it when it was started for it. */
  readonly drop: () => Promise<void>
}

/**
 * A migrated database that nobody else sees: on the server of `databaseUrl`, whose login may create databases, or on
 * a PostgreSQL of its own in a temporary folder.
 */
export async function scratchDatabase(databaseUrl: string | undefined): Promise<ScratchDatabase> {
  const server = databaseUrl
    ? { connectionString: databaseUrl, stop: () => Promise.resolve() }
    : await startOwnServer()
  const name = `yichuang_rehearsal_${process.pid}_${randomBytes(4).toString('hex')}`
  const { connectionString: login } = server
  const connectionString = connectionStringFor(login, name)
  try {
    await withClient(login, (client) => client.query(`create database ${name}`))
    await migrate(connectionString)
  } catch (error) {
    await withClient(login, (client) =>
      client.query(`drop database if exists ${name} with (force)`),
    ).catch(() => undefined)
    await server.stop()
    throw error
  }
  return {
    connectionString,
    drop: async () => {
      await withClient(login, (client) =>
        client.query(`drop database if exists ${name} with (force)`),
      )
      await server.stop()
    },
  }
}

async function startOwnServer() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yichuang-rehearsal-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') })
    return {
      connectionString: postgres.connectionString,
      stop: async () => {
        await postgres.stop()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
