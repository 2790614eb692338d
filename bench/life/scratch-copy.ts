import { randomBytes } from 'node:crypto'
import { connectionStringFor, databaseIn, withClient } from '../../server/database/with-client.ts'

export type ScratchCopy = {
  readonly connectionString: string
  readonly drop: () => Promise<void>
}

/** A copy of a made region on the same server: what is played there spoils nothing. Nobody may be connected to the original. */
export async function copyDatabase(connectionString: string): Promise<ScratchCopy> {
  const copy = `life_${randomBytes(4).toString('hex')}`
  const beside = async (statement: string) => {
    await withClient(connectionStringFor(connectionString, 'postgres'), (client) =>
      client.query(statement),
    )
  }
  await beside(`create database ${copy} template "${databaseIn(connectionString)}"`)
  return {
    connectionString: connectionStringFor(connectionString, copy),
    drop: async () => await beside(`drop database ${copy} with (force)`),
  }
}
