import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { connect, type Database } from '../../server/database/connect.ts'
import { createCitusDatabase, dropCitusDatabase } from './citus-database.ts'
import { connectionStringFor, withClient } from '../../server/database/with-client.ts'

export type FreshDatabase = {
  /** Connected in the role of the application. */
  readonly database: Database
  /** Login of the migrator, for a server started by the test and for what the application may not do. */
  readonly connectionString: string
}

/**
 * A migrated, empty database for one test file, dropped after it. Call it at the top of the file:
 * `const { database } = await freshDatabase()`.
 */
export async function freshDatabase({
  maxConnections = 5,
  template = inject('databaseServer').template,
} = {}): Promise<FreshDatabase> {
  const { connectionString: server, citus } = inject('databaseServer')
  const name = `yichuang_test_${process.pid}_${randomBytes(4).toString('hex')}`
  const connectionString = connectionStringFor(server, name)
  if (citus === null)
    await withClient(server, (client) =>
      client.query(`create database ${name} template ${template}`),
    )
  else await createCitusDatabase(citus, name)
  const database = connect({ connectionString, maxConnections })
  afterAll(async () => {
    await database.close()
    if (citus === null)
      await withClient(server, (client) => client.query(`drop database ${name} with (force)`))
    else await dropCitusDatabase(citus, name)
  })
  return { database, connectionString }
}
