import pg from 'pg'

/** One connection for one piece of work, with the login's own rights: for making databases, for tests and tools. */
export async function withClient<Result>(
  connectionString: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const DATABASE = /^(\w+:\/\/[^/]*\/)([^?]*)/

/** The same server and login, another database. */
export function connectionStringFor(connectionString: string, database: string): string {
  return connectionString.replace(DATABASE, `$1${database}`)
}

/** The database that a connection string names. */
export function databaseIn(connectionString: string): string {
  return DATABASE.exec(connectionString)?.[2] ?? ''
}
