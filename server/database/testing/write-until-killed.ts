import pg from 'pg'
import { startEmbeddedPostgres } from '../embedded-postgres.ts'

// Writes 1, 2, 3 … in a transaction each and prints every number once its commit was acknowledged.

const { connectionString } = await startEmbeddedPostgres({ folder: process.argv[2] ?? '' })
const client = new pg.Client({ connectionString })
client.on('error', () => process.exit(1))
await client.connect()
await client.query('create table if not exists written (n int primary key)')
for (let n = 1; ; n += 1) {
  await client.query('insert into written values ($1)', [n])
  process.stdout.write(`${n}\n`)
}
