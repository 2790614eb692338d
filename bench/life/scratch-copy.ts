import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type ScratchCopy = {
  readonly connectionString: string
  readonly drop: () => Promise<void>
}

/** A copy of a made region on the same server: what is played there spoils nothing. Nobody may be connected to the original. */
export async function copyDatabase(connectionString: string): Promise<ScratchCopy> {
  const original = nameIn(connectionString)
  const copy = `life_${randomBytes(4).toString('hex')}`
  await asOwner(connectionString, `create database ${copy} template "${original}"`)
  return {
    connectionString: connectionTo(connectionString, copy),
    drop: async () => await asOwner(connectionString, `drop database ${copy} with (force)`),
  }
}

async function asOwner(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: connectionTo(connectionString, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function nameIn(connectionString: string): string {
  return /^\w+:\/\/[^/]*\/([^?]*)/.exec(connectionString)?.[1] ?? ''
}

function connectionTo(connectionString: string, database: string): string {
  return connectionString.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${database}`)
}
