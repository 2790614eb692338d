import type pg from 'pg'
import { shippedMigrations } from 'yichuang:migrations'
import { migrate } from '../../server/database/migrate.ts'
import { connectionStringFor, withClient } from '../../server/database/with-client.ts'

/** The last schema that is taken as installed: from the next on, migrations leave running servers at work. */
export const INSTALLED = 4

type Shape = {
  readonly tables: readonly string[]
  /** By name, the statement that makes it; those of keys are left out. */
  readonly indexes: ReadonlyMap<string, string>
}

const TABLES = `select tablename as name from pg_tables where schemaname = 'public'`
const INDEXES = `
  select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    join pg_class c on c.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
   where not exists (select from pg_constraint k where k.conindid = i.indexrelid)`

/**
 * Turns a database of this release back to the schema of the release before, rows and all: tables and indexes that came
 * later go, indexes that went are made again.
 */
export async function turnBack(server: string, connectionString: string): Promise<void> {
  const before = await shapeBefore(server)
  await withClient(connectionString, async (client) => {
    const now = await shapeOf(client)
    for (const table of now.tables.filter((name) => !before.tables.includes(name)))
      await client.query(`drop table ${table} cascade`)
    for (const name of now.indexes.keys())
      if (!before.indexes.has(name)) await client.query(`drop index if exists ${name}`)
    for (const [name, definition] of before.indexes)
      if (!now.indexes.has(name)) await client.query(definition)
    await client.query('delete from schema_migration where number > $1', [INSTALLED])
    await client.query('analyze')
  })
}

/** What an empty database of that release has. */
async function shapeBefore(server: string): Promise<Shape> {
  const name = `schema_before_${process.pid}`
  await withClient(server, (client) => client.query(`create database ${name}`))
  const connectionString = connectionStringFor(server, name)
  try {
    await migrate(connectionString, shippedMigrations.slice(0, INSTALLED))
    return await withClient(connectionString, shapeOf)
  } finally {
    await withClient(server, (client) => client.query(`drop database ${name} with (force)`))
  }
}

async function shapeOf(client: pg.Client): Promise<Shape> {
  const tables = await client.query<{ name: string }>(TABLES)
  const indexes = await client.query<{ name: string; definition: string }>(INDEXES)
  return {
    tables: tables.rows.map(({ name }) => name),
    indexes: new Map(indexes.rows.map(({ name, definition }) => [name, definition])),
  }
}
